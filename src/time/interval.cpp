#include "time/interval.h"

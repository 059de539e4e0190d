#include <doctest/doctest.h>

#include <string>

#include "tagging.h"

namespace annalen::timex {

namespace {

// All timexes of the text in order: "extent => value mod ; extent => value".
std::string found_in(std::string_view text, std::string_view published, Domain domain) {
  const Tagged tagged = tag_text(text::Language::kEnglish, text, published, domain);
  std::string out;
  for (const Timex& timex : tagged.timexes) {
    if (!out.empty()) out += " ; ";
    out += tagged.extent(timex) + " => " + value_and_mod(timex);
  }
  return out;
}

struct Row {
  const char* published;
  const char* text;
  const char* expected;
};

// 2024-03-15 is a Friday.
constexpr Row kNews[] = {
    {"2024-03-15", "The prime minister resigned on Thursday.", "Thursday => 2024-03-14"},
    {"2024-03-15", "Parliament will vote on Monday.", "Monday => 2024-03-18"},
    {"2024-03-15", "The two leaders met on 12 March 2024 in Geneva.", "12 March 2024 => 2024-03-12"},
    {"2024-03-15", "On March 12, 2024, the court rejected the appeal.", "March 12, 2024 => 2024-03-12"},
    {"2024-03-15", "Talks will resume next Friday, the ministry said yesterday.",
     "next Friday => 2024-03-22 ; yesterday => 2024-03-14"},
    {"2024-03-15", "The bridge collapsed two days ago.", "two days ago => 2024-03-13"},
    {"2024-03-15", "He was arrested on 5 May 1990 and released three weeks later.",
     "5 May 1990 => 1990-05-05 ; three weeks later => 1990-W21"},
    {"2024-03-15", "Unemployment rose last year and is expected to fall this year.",
     "last year => 2023 ; this year => 2024"},
    {"2024-03-15", "The company has lost half of its customers in the past ten years.", "the past ten years => P10Y"},
    {"2024-03-15", "She has led the party since 2014.", "2014 => 2014"},
    {"2024-03-15", "The war lasted from 1914 to 1918.", "1914 => 1914 ; 1918 => 1918"},
    {"2024-03-15", "Prices doubled in the early 1980s.", "the early 1980s => 198 START"},
    {"2024-03-15", "The Internet spread in the 1990s.", "the 1990s => 199"},
    {"2024-03-15", "In the 19th century the town was a centre of the wool trade.", "the 19th century => 18"},
    {"2024-03-15", "Sales fell 4 percent in the first quarter of 2009.", "the first quarter of 2009 => 2009-Q1"},
    {"2024-03-15", "The festival takes place every summer.", "every summer => P1SU"},
    {"2024-03-15", "The ceasefire held for three years.", "three years => P3Y"},
    {"2024-03-15", "A ten-day heatwave killed dozens of people.", "ten-day => P10D"},
    {"2024-03-15", "The strike will last a week.", "a week => P1W"},
    {"2024-03-15", "The bus runs every day except on Sundays.", "every day => P1D ; Sundays => XXXX-WXX-7"},
    {"2024-03-15", "The newspaper appears weekly.", "weekly => P1W"},
    {"2024-03-15", "The concert begins at 8 p.m. on Saturday.", "8 p.m. => 2024-03-16T20:00 ; Saturday => 2024-03-16"},
    {"2024-03-15", "The train left at 14:30.", "14:30 => 2024-03-15T14:30"},
    {"2024-03-15", "The two sides are now negotiating again.", "now => PRESENT_REF"},
    {"2024-03-15", "He recently moved to Berlin.", "recently => PAST_REF"},
    {"2024-03-15", "The building, formerly a prison, burned down on Wednesday evening.",
     "formerly => PAST_REF ; Wednesday evening => 2024-03-13TEV"},
    {"2024-03-15", "May I ask what happened in May?", "May => 2023-05"},
    {"2024-03-15", "Thousands of people march through the capital every year.", "every year => P1Y"},
    {"2024-03-15", "The second man was 45 years old.", ""},
    {"2024-03-15", "Some 1,500 people attended the ceremony on Tuesday.", "Tuesday => 2024-03-12"},
    {"2024-03-15", "A 55-year-old woman was injured.", ""},
    {"2024-03-15", "The repair cost 1998 dollars and took two and a half years.", "two and a half years => P2.5Y"},
    {"2024-03-15", "Prime Minister Theresa May resigned in 2019.", "2019 => 2019"},
    {"2024-03-15", "The talks are to begin on 3 April.", "3 April => 2024-04-03"},
    {"2024-03-15", "The fire broke out last night.", "last night => 2024-03-14TNI"},
    {"2024-03-15", "Polls open at 7 a.m. tomorrow.", "7 a.m. => 2024-03-16T07:00 ; tomorrow => 2024-03-16"},
    {"2024-03-15", "Construction began in the autumn of 1998 and ended in late 2001.",
     "the autumn of 1998 => 1998-FA ; late 2001 => 2001 END"},
    {"2024-03-15", "The minister plans to visit Kyiv next week.", "next week => 2024-W12"},
    {"2024-03-15", "Inflation peaked in October 2022.", "October 2022 => 2022-10"},
    {"2024-03-15", "It was the hottest summer since the summer of 2003.", "the summer of 2003 => 2003-SU"},
    {"2024-03-15", "The fair opened at the weekend.", "the weekend => 2024-W10-WE"},
    {"2024-03-15", "Twice a week he flies to Brussels.", "Twice a week => P1W"},
    {"2024-03-15", "He stayed for several months.", "several months => PXM"},
    {"2024-03-15", "Over the last few years rents have risen sharply.", "the last few years => PXY"},
    {"2024-03-15", "The meeting lasted more than six hours.", "more than six hours => PT6H MORE_THAN"},
    {"2024-03-15", "The law will take effect on January 1, 2025.", "January 1, 2025 => 2025-01-01"},
    {"2024-03-13", "The summit on Thursday and Friday is the first since 2019.",
     "Thursday => 2024-03-14 ; Friday => 2024-03-15 ; 2019 => 2019"},
    {"2024-03-13", "By Friday the water had reached the city.", "Friday => 2024-03-08"},
    {"2024-03-15", "At midnight the guns fell silent.", "midnight => 2024-03-15T24:00"},
    {"2024-03-15", "The library is open from 9 a.m. to 5 p.m.",
     "9 a.m. => 2024-03-15T09:00 ; 5 p.m. => 2024-03-15T17:00"},
    {"2024-03-15", "In the mid-1990s he moved to London.", "the mid-1990s => 199 MID"},
    {"2024-03-15", "The company reported a profit for the third quarter.", "the third quarter => 2023-Q3"},
    {"2024-03-15", "She won a silver medal at the 2012 Olympics.", "2012 => 2012"},
    {"2024-03-15", "The storm hit the coast early Monday.", "early Monday => 2024-03-11 START"},
    {"2024-03-15", "Two people were killed on Monday night.", "Monday night => 2024-03-11TNI"},
    {"2024-03-15", "The agency was founded in December.", "December => 2023-12"},
    {"2024-03-15", "The elections are due in September.", "September => 2024-09"},
    {"2024-03-15", "Today the house is a museum.", "Today => 2024-03-15"},
    {"2024-03-15", "The president said on Tuesday that the army would withdraw by the end of the month.",
     "Tuesday => 2024-03-12 ; the end of the month => 2024-03 END"},
    {"2024-03-15", "The number of tourists rose by 2000 last month.", "last month => 2024-02"},
    {"2024-03-15", "He waited for half an hour.", "half an hour => PT0.5H"},
    {"2024-03-15", "Her three-year contract ends in June.", "three-year => P3Y ; June => 2024-06"},
    {"2024-03-15", "The 21-year-old student has been missing since last Saturday.", "last Saturday => 2024-03-09"},
    {"2024-03-15", "A week ago, nobody had heard of him.", "A week ago => 2024-W10"},
    {"2024-03-15", "The deal was reached after four days of talks.", "four days => P4D"},
    {"2024-03-15", "Iran will hold elections in two weeks.", "two weeks => P2W"},
    {"2024-03-15", "The log says 2024-03-12.", "2024-03-12 => 2024-03-12"},
    {"2024-03-15", "It happened on 25/12/2023.", "25/12/2023 => 2023-12-25"},
    {"2024-03-15", "It happened on 03/04/2023.", ""},
    {"2024-03-15", "The man who was arrested on Monday will appear in court on Tuesday.",
     "Monday => 2024-03-11 ; Tuesday => 2024-03-19"},
    {"2024-03-15", "The foreign ministers are meeting in Vienna on Sunday.", "Sunday => 2024-03-17"},
    {"2024-03-15",
     "WASHINGTON — The Senate voted 52-48 late Thursday to confirm the nominee, ending a five-month standoff.",
     "late Thursday => 2024-03-14 END ; five-month => P5M"},
    {"2024-03-15", "Shares fell 3.5% on Wednesday to $1,998, their lowest level since October 2020.",
     "Wednesday => 2024-03-13 ; October 2020 => 2020-10"},
    {"2024-03-15", "The government will present its budget in early April, two months later than planned.",
     "early April => 2024-04 START"},
    {"2024-03-15", "Police arrested three men, aged 19, 22 and 35, on Tuesday night.",
     "Tuesday night => 2024-03-12TNI"},
    {"2024-03-15", "He served as chancellor from 1998 until 2005.", "1998 => 1998 ; 2005 => 2005"},
    {"2024-03-15", "The flood of July 2021 killed more than 180 people.", "July 2021 => 2021-07"},
    {"2024-03-15", "\"We expect a decision by the end of next week,\" she told reporters on Friday.",
     "the end of next week => 2024-W12 END ; Friday => 2024-03-15"},
    {"2024-03-15", "The company, founded in 1923, employs 2,000 people.", "1923 => 1923"},
    {"2024-03-15", "In the 12 months to February, prices rose 3.2 percent.",
     "the 12 months => P12M ; February => 2024-02"},
    {"2024-03-15", "The trial, which began last month, is expected to last six weeks.",
     "last month => 2024-02 ; six weeks => P6W"},
    {"2024-03-15", "Voters go to the polls on Sunday.", "Sunday => 2024-03-17"},
    {"2024-03-15", "It was the third attack in as many days.", ""},
    {"2024-03-15", "The ceasefire, agreed on Monday, was broken within hours.", "Monday => 2024-03-11 ; hours => PTXH"},
    {"2024-03-15", "The exhibition runs until 30 June.", "30 June => 2024-06-30"},
    {"2024-03-15", "The exhibition opened on 1 February and closes on June 30.",
     "1 February => 2024-02-01 ; June 30 => 2024-06-30"},
    {"2024-03-15", "About 1,200 people were killed on October 7.", "October 7 => 2023-10-07"},
    {"2024-03-15", "The minister said the law would come into force on 1 May.", "1 May => 2024-05-01"},
    {"2024-03-15", "The German chancellor visited Beijing this week.", "this week => 2024-W11"},
    {"2024-03-15", "Three years after the invasion, the war goes on.", "Three years => P3Y"},
    {"2024-03-15", "Two weeks ago the court ruled against him; he has 30 days to appeal.",
     "Two weeks ago => 2024-W09 ; 30 days => P30D"},
    {"2024-03-15", "The match kicks off at 20:45 on Saturday.", "20:45 => 2024-03-16T20:45 ; Saturday => 2024-03-16"},
    {"2024-03-15", "Bayern won 3-1 after leading 2-0 at half-time.", ""},
    {"2024-03-15", "The plane took off at 6:15 a.m. local time on Tuesday.",
     "6:15 a.m. => 2024-03-12T06:15 ; Tuesday => 2024-03-12"},
    {"2024-03-15", "His book, published in 2019, sold 1.5 million copies in two years.",
     "2019 => 2019 ; two years => P2Y"},
    {"2024-03-15", "He was sentenced to 15 years in prison.", "15 years => P15Y"},
    {"2024-03-15", "The law was passed on March 3rd, 2023.", "March 3rd, 2023 => 2023-03-03"},
    {"2024-03-15", "The rate rose to 5.4% in January from 5.1% in December.",
     "January => 2024-01 ; December => 2023-12"},
    {"2024-03-15", "The Fed may cut rates in May or June.", "May => 2024-05 ; June => 2024-06"},
    {"2024-03-15", "Theresa May and April Jones will march in August.", "August => 2024-08"},
    {"2024-03-15", "The euro was introduced on Jan. 1, 1999.", "Jan. 1, 1999 => 1999-01-01"},
    {"2024-03-15", "The Sept. 11 attacks changed everything.", "Sept. 11 => 2023-09-11"},
    {"2024-03-15", "Last summer's drought ruined the harvest.", "Last summer => 2023-SU"},
    {"2024-03-15", "The last time it happened was in 1987.", "1987 => 1987"},
    {"2024-03-15", "The 35-hour week was introduced in 2000.", "35-hour => PT35H ; 2000 => 2000"},
    {"2024-03-15", "The airport will be closed for 24 hours from midnight.",
     "24 hours => PT24H ; midnight => 2024-03-15T24:00"},
    {"2024-03-15", "He said on Thursday that he would resign next month.",
     "Thursday => 2024-03-14 ; next month => 2024-04"},
    {"2024-03-15", "The strike, planned for Monday, was called off.", "Monday => 2024-03-18"},
    {"2024-03-15", "The talks scheduled for Tuesday have been postponed until Thursday.",
     "Tuesday => 2024-03-19 ; Thursday => 2024-03-21"},
    {"2024-03-15", "The president will meet the pope on Saturday before flying home on Sunday evening.",
     "Saturday => 2024-03-16 ; Sunday evening => 2024-03-17TEV"},
    {"2024-03-15", "More than 2 million people fled in the first three months of the year.",
     "the first three months => P3M"},
    {"2024-03-15", "Every second child is poor.", ""},
    {"2024-03-15", "The shop was closed for a second time.", ""},
    {"2024-03-15", "In a minute of silence they remembered the victims.", "a minute => PT1M"},
    {"2024-03-15", "The deal expires at midnight on Sunday.", "midnight => 2024-03-17T24:00 ; Sunday => 2024-03-17"},
    {"2024-03-15", "The 2008 financial crisis began in the United States.", "2008 => 2008"},
    {"2024-03-15", "They have not spoken for decades.", "decades => PXDE"},
    {"2024-03-15", "Today's meeting follows yesterday's vote.", "Today => 2024-03-15 ; yesterday => 2024-03-14"},
    {"2024-03-15", "The vote is due on the second Sunday in October.", "October => 2024-10"},
    {"2024-03-15", "The law came into force a year later than expected.", ""},
};

constexpr Row kHistory[] = {
    {"2024-03-15", "The treaty was signed in Rome on 25 March 1957 by six countries.", "25 March 1957 => 1957-03-25"},
    {"2024-03-15", "The battle of Cannae was fought in 216 BC.", "216 BC => BC0216"},
    {"2024-03-15", "The western Empire fell in the fifth century.", "the fifth century => 04"},
    {"2024-03-15", "In 1994 he became president; five years earlier he had been in prison.",
     "1994 => 1994 ; five years earlier => 1989"},
    {"2024-03-15", "Between 1979 and 1989 the army lost 15,000 soldiers.", "1979 => 1979 ; 1989 => 1989"},
    {"2024-03-15", "The Thirty Years' War (1618–1648) devastated the region.", "1618 => 1618 ; 1648 => 1648"},
    {"2024-03-15", "Independence was declared on the 4th of July 1776.", "the 4th of July 1776 => 1776-07-04"},
    {"2024-03-15", "Germany surrendered on 8 May 1945; the following day was declared a holiday.",
     "8 May 1945 => 1945-05-08 ; the following day => 1945-05-09"},
    {"2024-03-15", "Christmas Eve 1914 brought a truce.", "Christmas Eve 1914 => 1914-12-24"},
    {"2024-03-15", "In February 1848 revolution broke out in Paris; in March it reached Vienna.",
     "February 1848 => 1848-02 ; March => 1848-03"},
    {"2024-03-15", "Many of the houses date from the 18th and 19th centuries.",
     "the 18th => 17 ; 19th centuries => 18"},
    {"2024-03-15", "The siege began in the spring of 1683 and was lifted on 12 September.",
     "the spring of 1683 => 1683-SP ; 12 September => 1683-09-12"},
    {"2024-03-15", "The First World War began on 28 July 1914 and ended on 11 November 1918.",
     "28 July 1914 => 1914-07-28 ; 11 November 1918 => 1918-11-11"},
    {"2024-03-15", "On 3 September 1939 Britain declared war; two days later the first bombs fell.",
     "3 September 1939 => 1939-09-03 ; two days later => 1939-09-05"},
    {"2024-03-15", "In the winter of 1944-45 thousands starved.", "the winter of 1944 => 1944-WI ; 45 => 1945-WI"},
    {"2024-03-15", "Rome was founded in 753 BC and sacked in AD 410.", "753 BC => BC0753 ; AD 410 => 0410"},
    {"2024-03-15", "By the late 1930s, and again in the mid-1950s, emigration rose.",
     "the late 1930s => 193 END ; the mid-1950s => 195 MID"},
    {"2024-03-15", "The revolt of May 1798 was over by June.", "May 1798 => 1798-05 ; June => 1798-06"},
    {"2024-03-15", "The dynasty ruled for more than six centuries.", "more than six centuries => P6CE MORE_THAN"},
    {"2024-03-15", "On the night of 9 November 1938 synagogues burned.",
     "the night of 9 November 1938 => 1938-11-09TNI"},
    {"2024-03-15", "The early 17th century saw war; the second half of the 18th century brought peace.",
     "The early 17th century => 16 START ; the second half of the 18th century => 17 END"},
};

}  // namespace

// Each row was written before the pack was run on it.
TEST_CASE("timex/english: news sentences") {
  for (const Row& row : kNews) {
    CAPTURE(std::string(row.text));
    CHECK(found_in(row.text, row.published, Domain::kNews) == row.expected);
  }
}

TEST_CASE("timex/english: sentences of history") {
  for (const Row& row : kHistory) {
    CAPTURE(std::string(row.text));
    CHECK(found_in(row.text, row.published, Domain::kNarrative) == row.expected);
  }
}

}  // namespace annalen::timex

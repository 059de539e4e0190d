// ordered_workers.h: work on several threads, results in the order of submission, so that the outcome does not depend
// on the number of threads. Bounded: no more than `window` items are under way.
// Errors:  an error of `done` ends the work and comes back from submit() or drain(). What `work` throws is thrown
// there. Threads: submit(), drain() and `done` run on the caller's thread, `work` on any.
#pragma once

#include <condition_variable>
#include <deque>
#include <functional>
#include <future>
#include <mutex>
#include <thread>
#include <utility>
#include <vector>

#include "base/result.h"

namespace annalen::tools {

template <class In, class Out>
class OrderedWorkers {
 public:
  using Work = std::function<Out(In)>;
  using Done = std::function<Result<void>(Out)>;

  // `jobs` of 0 and 1 work on the caller's thread.
  OrderedWorkers(std::size_t jobs, std::size_t window, Work work, Done done)
      : window_(window), work_(std::move(work)), done_(std::move(done)) {
    for (std::size_t i = 0; jobs > 1 && i < jobs; ++i) threads_.emplace_back([this] { serve(); });
  }
  ~OrderedWorkers() {
    {
      const std::scoped_lock lock(mutex_);
      ending_ = true;
    }
    wake_.notify_all();
    for (std::thread& thread : threads_) thread.join();
  }
  OrderedWorkers(const OrderedWorkers&) = delete;
  OrderedWorkers& operator=(const OrderedWorkers&) = delete;

  [[nodiscard]] Result<void> submit(In item) {
    if (threads_.empty()) return done_(work_(std::move(item)));
    std::packaged_task<Out()> task(
        [this, moved = std::make_shared<In>(std::move(item))] { return work_(std::move(*moved)); });
    results_.push_back(task.get_future());
    {
      const std::scoped_lock lock(mutex_);
      tasks_.push_back(std::move(task));
    }
    wake_.notify_one();
    while (results_.size() > window_) {
      if (Result<void> state = take_one(); !state) return state;
    }
    return {};
  }

  // Waits for all that was submitted.
  [[nodiscard]] Result<void> drain() {
    while (!results_.empty()) {
      if (Result<void> state = take_one(); !state) return state;
    }
    return {};
  }

 private:
  [[nodiscard]] Result<void> take_one() {
    Out out = results_.front().get();
    results_.pop_front();
    return done_(std::move(out));
  }

  void serve() {
    for (;;) {
      std::packaged_task<Out()> task;
      {
        std::unique_lock lock(mutex_);
        wake_.wait(lock, [this] { return ending_ || !tasks_.empty(); });
        if (ending_) return;
        task = std::move(tasks_.front());
        tasks_.pop_front();
      }
      task();
    }
  }

  std::size_t window_;
  Work work_;
  Done done_;
  std::deque<std::future<Out>> results_;
  std::mutex mutex_;
  std::condition_variable wake_;
  std::deque<std::packaged_task<Out()>> tasks_;  // guarded by mutex_
  bool ending_ = false;                          // guarded by mutex_
  std::vector<std::thread> threads_;
};

}  // namespace annalen::tools

// ordered_workers.h: work on several threads, results in the order of submission, so that the outcome does not depend
// on the number of threads. Bounded: no more than kUnderWayItems, and of larger ones no more than kUnderWayBytes and
// one, are under way.
// Errors:  an error of `done` ends the work and comes back from submit() or drain(). What `work` throws is thrown
// there. Threads: submit(), drain() and `done` run on the caller's thread, `work` on any.
#pragma once

#include <condition_variable>
#include <deque>
#include <functional>
#include <future>
#include <memory>
#include <mutex>
#include <thread>
#include <utility>
#include <vector>

#include "base/result.h"

namespace annalen::tools {

inline constexpr std::size_t kUnderWayItems = 64;
inline constexpr std::size_t kUnderWayBytes = std::size_t{16} << 20U;

template <class In, class Out>
class OrderedWorkers {
 public:
  using Work = std::function<Out(In)>;
  using Done = std::function<Result<void>(Out)>;

  // `jobs` of 0 and 1 work on the caller's thread.
  OrderedWorkers(std::size_t jobs, Work work, Done done) : work_(std::move(work)), done_(std::move(done)) {
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

  // `bytes`: what the item takes in memory, roughly.
  [[nodiscard]] Result<void> submit(In item, std::size_t bytes) {
    if (threads_.empty()) return done_(work_(std::move(item)));
    std::packaged_task<Out()> task(
        [this, moved = std::make_shared<In>(std::move(item))] { return work_(std::move(*moved)); });
    results_.push_back({task.get_future(), bytes});
    bytes_ += bytes;
    {
      const std::scoped_lock lock(mutex_);
      tasks_.push_back(std::move(task));
    }
    wake_.notify_one();
    while (results_.size() > kUnderWayItems || (results_.size() > 1 && bytes_ > kUnderWayBytes)) {
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
  struct Pending {
    std::future<Out> result;
    std::size_t bytes = 0;
  };

  [[nodiscard]] Result<void> take_one() {
    Out out = results_.front().result.get();
    bytes_ -= results_.front().bytes;
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

  Work work_;
  Done done_;
  std::deque<Pending> results_;
  std::size_t bytes_ = 0;  // of results_
  std::mutex mutex_;
  std::condition_variable wake_;
  std::deque<std::packaged_task<Out()>> tasks_;  // guarded by mutex_
  bool ending_ = false;                          // guarded by mutex_
  std::vector<std::thread> threads_;
};

}  // namespace annalen::tools

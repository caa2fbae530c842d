package shelfcast.serve;

/** What answers the requests of one route. */
interface Endpoint {

  /** Answers the call, now or later, exactly once. Runs on an IO thread and must not block. */
  void answer(Call call);
}

/**
 * What is judged. This room fits the networks on everything before a date, measures them on what
 * came after beside the baselines a retailer would use instead, and decides by the gate whether a
 * challenger may become champion; it also writes the report that says so. It knows nothing of
 * command lines or places: it is handed tables and options and returns records.
 */
module shelfcast.evaluate {
  requires transitive shelfcast.model;

  exports shelfcast.evaluate;
}

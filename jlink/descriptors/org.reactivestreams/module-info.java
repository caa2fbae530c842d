open module org.reactivestreams {
  exports org.reactivestreams;
}

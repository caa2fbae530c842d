/**
 * Sales as people have them, read exactly: a CSV file, plain or gzip, streams in and a {@link
 * shelfcast.ingest.SalesTable} comes out, one {@link shelfcast.ingest.Series} for each product and
 * store, on an unbroken grid of days, weeks or months. Whatever cannot be read for certain is
 * refused with file, line, column, value, the reason and the flag that mends it ({@link
 * shelfcast.ingest.BadDataException}); nothing is guessed. The room knows neither stores nor
 * features: it is handed a stream and gives back arrays.
 */
module shelfcast.ingest {
  exports shelfcast.ingest;
}

/**
 * Numbers only: stacked LSTM and dense layers with their forward pass and backpropagation through
 * time, the loss, Adam, gradient clipping, training and prediction, and the safetensors format. It
 * knows nothing of sales, dates or files. Parameters, activations and gradients are ojAlgo stores;
 * the hot products run on the arrays beneath them through {@link shelfcast.lstm.Kernels}, plain
 * loops here, the Vector API in {@code shelfcast.simd}, with the same bits from both.
 */
module shelfcast.lstm {
  requires transitive ojalgo;
  requires com.fasterxml.jackson.core;

  exports shelfcast.lstm;

  uses shelfcast.lstm.Kernels;
}

/**
 * The kernels of {@code shelfcast.lstm} on the Vector API, found as a service. The only module that
 * requires {@code jdk.incubator.vector}: it goes into the training image, and stays out of the
 * serving image, whose start an incubator module would slow down.
 */
module shelfcast.simd {
  requires shelfcast.lstm;
  requires jdk.incubator.vector;

  provides shelfcast.lstm.Kernels with
      shelfcast.simd.VectorKernels;
}

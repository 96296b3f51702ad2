// The two searches of the losses that torch has no fast form of: nearest neighbours both ways (Chamfer) and the auction for the optimal
// bijection (EMD). Clouds are (batch, points, 3) float32, packed; one cloud of the batch per OpenMP task. `kernels.py` compiles and loads
// this file. Inner loops run over separate x, y and z so that the compiler turns them into SIMD.

#include <float.h>
#include <math.h>
#include <stdlib.h>

// Running minima are kept in this many places side by side, one per SIMD lane.
#define LANES 16

// Packed points → x, then y, then z, each padded with far points to a multiple of LANES.
static float *separate(const float *points, int n, int padded) {
  float *planes = aligned_alloc(64, sizeof(float) * 3 * (size_t)padded);
  for (int axis = 0; axis < 3; axis++)
    for (int j = 0; j < padded; j++) planes[axis * padded + j] = j < n ? points[3 * j + axis] : 1e15f;
  return planes;
}

static int roundUp(int n) { return (n + LANES - 1) / LANES * LANES; }

// For every point of p (n points) its nearest point of q (m points) and the squared distance to it.
static void nearestOneWay(const float *p, int n, const float *q, int m, int *index, float *squared) {
  const int padded = roundUp(m);
  float *x = separate(q, m, padded), *y = x + padded, *z = y + padded;
  for (int i = 0; i < n; i++) {
    const float px = p[3 * i], py = p[3 * i + 1], pz = p[3 * i + 2];
    float best[LANES];
    int block[LANES];
    for (int k = 0; k < LANES; k++) {
      best[k] = FLT_MAX;
      block[k] = 0;
    }
    for (int j = 0; j < padded; j += LANES) {
#pragma omp simd
      for (int k = 0; k < LANES; k++) {
        const float dx = x[j + k] - px, dy = y[j + k] - py, dz = z[j + k] - pz;
        const float d = dx * dx + dy * dy + dz * dz;
        block[k] = d < best[k] ? j : block[k];
        best[k] = d < best[k] ? d : best[k];
      }
    }
    int lane = 0;
    for (int k = 1; k < LANES; k++)
      if (best[k] < best[lane]) lane = k;
    index[i] = block[lane] + lane;
    squared[i] = best[lane];
  }
  free(x);
}

// Nearest neighbours a → b and b → a of `batch` pairs of clouds.
void nearestBothWays(const float *a, const float *b, int batch, int n, int m, int *indexA, float *squaredA, int *indexB, float *squaredB, int threads) {
#pragma omp parallel for schedule(static) num_threads(threads)
  for (int task = 0; task < 2 * batch; task++) {
    const long s = task / 2;
    const float *cloudA = a + 3 * s * n, *cloudB = b + 3 * s * m;
    if (task % 2 == 0)
      nearestOneWay(cloudA, n, cloudB, m, indexA + s * n, squaredA + s * n);
    else
      nearestOneWay(cloudB, m, cloudA, n, indexB + s * m, squaredB + s * m);
  }
}

// The cheapest and the second cheapest of cost + price over all objects.
static int cheapest(const float *cost, const float *price, int padded, float *first, float *second) {
  float best[LANES], next[LANES];
  int block[LANES];
  for (int k = 0; k < LANES; k++) {
    best[k] = next[k] = FLT_MAX;
    block[k] = 0;
  }
  for (int j = 0; j < padded; j += LANES) {
#pragma omp simd
    for (int k = 0; k < LANES; k++) {
      const float value = cost[j + k] + price[j + k];
      const float loser = value < best[k] ? best[k] : value;
      next[k] = loser < next[k] ? loser : next[k];
      block[k] = value < best[k] ? j : block[k];
      best[k] = value < best[k] ? value : best[k];
    }
  }
  int lane = 0;
  for (int k = 1; k < LANES; k++)
    if (best[k] < best[lane]) lane = k;
  float runnerUp = next[lane];
  for (int k = 0; k < LANES; k++)
    if (k != lane && best[k] < runnerUp) runnerUp = best[k];
  *first = best[lane];
  *second = runnerUp;
  return block[lane] + lane;
}

// One auction (Bertsekas, Gauss-Seidel bids, ε-scaling): each point of a gets a point of b of its own; their mean distance is at most
// `last` over the least one. Prices are kept from one ε to the next, the assignment is begun anew.
static long auctionOf(const float *a, const float *b, int n, float first, float last, float factor, int *ofRow) {
  const int padded = roundUp(n);
  float *x = separate(b, n, padded), *y = x + padded, *z = y + padded;
  float *cost = aligned_alloc(64, sizeof(float) * (size_t)n * padded);
  float *price = aligned_alloc(64, sizeof(float) * padded);
  int *ofColumn = malloc(sizeof(int) * n), *waiting = malloc(sizeof(int) * n);
  long bids = 0;
  for (int j = 0; j < padded; j++) price[j] = 0;
  for (int i = 0; i < n; i++) {
    const float px = a[3 * i], py = a[3 * i + 1], pz = a[3 * i + 2];
    float *row = cost + (size_t)i * padded;
#pragma omp simd
    for (int j = 0; j < padded; j++) {
      const float dx = x[j] - px, dy = y[j] - py, dz = z[j] - pz;
      row[j] = sqrtf(dx * dx + dy * dy + dz * dz);
    }
  }
  for (float eps = first;; eps = fmaxf(eps / factor, last)) {
    int left = n;
    for (int i = 0; i < n; i++) {
      ofRow[i] = ofColumn[i] = -1;
      waiting[i] = n - 1 - i;
    }
    while (left > 0) {
      const int i = waiting[--left];
      float low, next;
      const int j = cheapest(cost + (size_t)i * padded, price, padded, &low, &next);
      price[j] += next - low + eps;
      if (ofColumn[j] >= 0) {
        ofRow[ofColumn[j]] = -1;
        waiting[left++] = ofColumn[j];
      }
      ofColumn[j] = i;
      ofRow[i] = j;
      bids++;
    }
    if (eps <= last) break;
  }
  free(x);
  free(cost);
  free(price);
  free(ofColumn);
  free(waiting);
  return bids;
}

// `batch` auctions of clouds of equal size n (≥ 2): assignment[i] is the point of b that point i of a is given. Returns the number of bids.
long auction(const float *a, const float *b, int batch, int n, float first, float last, float factor, int *assignment, int threads) {
  long bids = 0;
#pragma omp parallel for schedule(dynamic, 1) num_threads(threads) reduction(+ : bids)
  for (int s = 0; s < batch; s++) bids += auctionOf(a + 3L * s * n, b + 3L * s * n, n, first, last, factor, assignment + (long)s * n);
  return bids;
}

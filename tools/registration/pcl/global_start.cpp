// PCL's global start on two clouds, for comparison with ours: voxel grid, normals of 20 neighbours, FPFH in 5 voxels,
// SampleConsensusPrerejective, then point-to-plane ICP. Prints one line of JSON with the pose (target <- source, row major), and fitness
// and inlier RMSE as Open3D means them: of the voxel-averaged source's points, those with a target point within the maximal distance.
//
//   global_start SOURCE.pcd TARGET.pcd VOXEL MAX_DISTANCE SEED
#include <chrono>
#include <cmath>
#include <cstdio>
#include <cstdlib>
#include <pcl/common/transforms.h>
#include <pcl/features/fpfh.h>
#include <pcl/features/normal_3d.h>
#include <pcl/filters/voxel_grid.h>
#include <pcl/io/pcd_io.h>
#include <pcl/point_types.h>
#include <pcl/registration/icp.h>
#include <pcl/registration/sample_consensus_prerejective.h>
#include <pcl/search/kdtree.h>

using Cloud = pcl::PointCloud<pcl::PointNormal>;
using Features = pcl::PointCloud<pcl::FPFHSignature33>;

static Cloud::Ptr load(const char *path, float voxel) {
  pcl::PointCloud<pcl::PointXYZ>::Ptr raw(new pcl::PointCloud<pcl::PointXYZ>), thin(new pcl::PointCloud<pcl::PointXYZ>);
  if (pcl::io::loadPCDFile(path, *raw) < 0) std::exit(2);
  pcl::VoxelGrid<pcl::PointXYZ> grid;
  grid.setInputCloud(raw);
  grid.setLeafSize(voxel, voxel, voxel);
  grid.filter(*thin);
  pcl::NormalEstimation<pcl::PointXYZ, pcl::PointNormal> estimate;
  estimate.setInputCloud(thin);
  estimate.setSearchMethod(pcl::search::KdTree<pcl::PointXYZ>::Ptr(new pcl::search::KdTree<pcl::PointXYZ>));
  estimate.setKSearch(20);
  Cloud::Ptr out(new Cloud);
  estimate.compute(*out);
  for (std::size_t i = 0; i < out->size(); i++) (*out)[i].getVector3fMap() = (*thin)[i].getVector3fMap();
  return out;
}

static Features::Ptr describe(const Cloud::Ptr &cloud, float radius) {
  pcl::FPFHEstimation<pcl::PointNormal, pcl::PointNormal, pcl::FPFHSignature33> estimate;
  estimate.setInputCloud(cloud);
  estimate.setInputNormals(cloud);
  estimate.setSearchMethod(pcl::search::KdTree<pcl::PointNormal>::Ptr(new pcl::search::KdTree<pcl::PointNormal>));
  estimate.setRadiusSearch(radius);
  Features::Ptr out(new Features);
  estimate.compute(*out);
  return out;
}

int main(int argc, char **argv) {
  if (argc != 6) {
    std::fprintf(stderr, "global_start SOURCE.pcd TARGET.pcd VOXEL MAX_DISTANCE SEED\n");
    return 2;
  }
  const float voxel = std::atof(argv[3]), limit = std::atof(argv[4]);
  std::srand(std::atoi(argv[5])); // the sample consensus draws by rand()
  const auto begin = std::chrono::steady_clock::now();
  const Cloud::Ptr source = load(argv[1], voxel), target = load(argv[2], voxel);

  pcl::SampleConsensusPrerejective<pcl::PointNormal, pcl::PointNormal, pcl::FPFHSignature33> global;
  global.setInputSource(source);
  global.setSourceFeatures(describe(source, 5 * voxel));
  global.setInputTarget(target);
  global.setTargetFeatures(describe(target, 5 * voxel));
  global.setMaximumIterations(50000);
  global.setNumberOfSamples(3);
  global.setCorrespondenceRandomness(5);
  global.setSimilarityThreshold(0.9f);
  global.setMaxCorrespondenceDistance(1.5f * voxel);
  global.setInlierFraction(0.25f);
  Cloud moved;
  global.align(moved);

  pcl::IterativeClosestPointWithNormals<pcl::PointNormal, pcl::PointNormal> fine;
  fine.setInputSource(source);
  fine.setInputTarget(target);
  fine.setMaxCorrespondenceDistance(limit);
  fine.setMaximumIterations(200);
  fine.setTransformationEpsilon(1e-10);
  fine.align(moved, global.getFinalTransformation());
  const Eigen::Matrix4d pose = fine.getFinalTransformation().cast<double>();
  const double ms = std::chrono::duration<double, std::milli>(std::chrono::steady_clock::now() - begin).count();

  pcl::KdTreeFLANN<pcl::PointNormal> tree;
  tree.setInputCloud(target);
  std::size_t inliers = 0;
  double squares = 0;
  for (const auto &point : *source) {
    pcl::PointNormal at;
    at.getVector4fMap() = (pose * point.getVector4fMap().cast<double>()).cast<float>();
    std::vector<int> index(1);
    std::vector<float> distanceSq(1);
    tree.nearestKSearch(at, 1, index, distanceSq);
    if (distanceSq[0] > limit * limit) continue;
    inliers++;
    squares += distanceSq[0];
  }
  std::printf("{\"sourcePoints\":%zu,\"targetPoints\":%zu,\"globalConverged\":%s,\"converged\":%s,\"fitness\":%.6f,\"inlierRmse\":%.6f,"
              "\"milliseconds\":%.0f,\"targetFromSource\":[",
              source->size(), target->size(), global.hasConverged() ? "true" : "false", fine.hasConverged() ? "true" : "false",
              double(inliers) / source->size(), std::sqrt(squares / std::max<std::size_t>(inliers, 1)), ms);
  for (int i = 0; i < 16; i++) std::printf("%s%.9g", i ? "," : "", pose(i / 4, i % 4));
  std::printf("]}\n");
}

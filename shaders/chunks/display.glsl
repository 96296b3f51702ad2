// The display transform: domain → world. Its twin in TypeScript is src/view/display.ts; the two must stay equal.
uniform vec4 uDomain; // x0, x1, y0, y1
uniform vec3 uPlace;  // centre x, centre y, world units a unit of the domain
uniform vec4 uHeight; // lowest f, 1 / (cut − lowest), world height of the cut, 1 for log
uniform float uFloor; // world height of the plan
uniform float uCut;   // f above which nothing is drawn

const float LOG_FLOOR = 1e-4;

// A formula's poles and gaps: infinite, not a number, or too tall for float32.
bool isDrawable(float f) {
  return abs(f) < 1e37;
}

float displayHeight(float f) {
  float u = (f - uHeight.x) * uHeight.y;
  if (uHeight.w > 0.5) return uHeight.z * log(1.0 + max(u, 0.0) / LOG_FLOOR) / log(1.0 + 1.0 / LOG_FLOOR);
  return max(uHeight.z * u, uFloor);
}

// dHeight/df
float displaySlope(float f) {
  float u = (f - uHeight.x) * uHeight.y;
  float slope = uHeight.y * uHeight.z;
  if (uHeight.w > 0.5) slope /= (LOG_FLOOR + max(u, 0.0)) * log(1.0 + 1.0 / LOG_FLOOR);
  return slope;
}

vec3 displayPoint(vec2 p, float f) {
  return vec3((p.x - uPlace.x) * uPlace.z, displayHeight(f), (uPlace.y - p.y) * uPlace.z);
}

vec3 floorPoint(vec2 p) {
  return vec3((p.x - uPlace.x) * uPlace.z, uFloor, (uPlace.y - p.y) * uPlace.z);
}

bool outsideDomain(vec2 p) {
  return any(lessThan(p, uDomain.xz)) || any(greaterThan(p, uDomain.yw));
}

// Moves a point towards the eye along its own ray: same pixel, a hair in front of the surface.
vec4 project(vec3 world, float pull) {
  vec4 eye = viewMatrix * vec4(world, 1.0);
  eye.xyz *= 1.0 - pull / max(length(eye.xyz), 1e-3);
  return projectionMatrix * eye;
}

// Eye-dome lighting (Boucheny 2009): a pixel is the darker, the more its neighbours stand before it. What they stand before it by is
// counted in the width of the way to them: the slope of the surface between, whatever the zoom. Its twin in TypeScript is eyeDome.ts.
precision highp float;
uniform sampler2D uPicture;
uniform highp sampler2D uDepths;
uniform ivec2 uOrigin;   // device pixels of the viewport's corner in the canvas
uniform ivec2 uSize;     // and its size
uniform vec2 uPlanes;    // near, far
uniform float uPixel;    // world units a device pixel at depth 1
uniform float uReach;    // device pixels to the inner neighbours
uniform float uStrength;
uniform float uSteepest; // what slopes come near to
uniform int uRings;
out vec4 outColour;

float depthAt(ivec2 at) {
  float d = texelFetch(uDepths, at, 0).r;
  return d >= 1.0 ? 1e9 : uPlanes.x * uPlanes.y / (uPlanes.y - d * (uPlanes.y - uPlanes.x));
}

const vec2 AROUND[8] = vec2[8](
  vec2(1.0, 0.0), vec2(0.707, 0.707), vec2(0.0, 1.0), vec2(-0.707, 0.707),
  vec2(-1.0, 0.0), vec2(-0.707, -0.707), vec2(0.0, -1.0), vec2(0.707, -0.707)
);

void main() {
  ivec2 at = ivec2(gl_FragCoord.xy) - uOrigin;
  float raw = texelFetch(uDepths, at, 0).r;
  if (raw >= 1.0) discard;
  float here = depthAt(at);
  float slope = 0.0;
  for (int ring = 0; ring < 2; ring++) {
    if (ring >= uRings) break;
    float reach = uReach * (ring == 0 ? 1.0 : 3.0);
    float sum = 0.0;
    for (int k = 0; k < 8; k++) {
      ivec2 there = clamp(at + ivec2(round(AROUND[k] * reach)), ivec2(0), uSize - 1);
      float before = max(log(here / depthAt(there)) / (uPixel * reach), 0.0);
      sum += before / (1.0 + before / uSteepest);
    }
    slope += sum / 8.0;
  }
  float light = exp(-uStrength * slope / float(uRings));
  vec3 colour = texelFetch(uPicture, at, 0).rgb;
  outColour = vec4(colour * mix(0.16, 1.0, light), 1.0);
  gl_FragDepth = raw;
}

// f, ∂f/∂x, ∂f/∂y from the one height texture. Float textures do not filter everywhere, so the four neighbours are fetched
// and f is rebuilt between them by Hermite's cubic from values and gradients (twist taken as zero).
uniform highp sampler2D uHeights;
uniform float uSize;

vec3 heightfield(vec2 p) {
  vec2 cell = (p - uDomain.xz) / (uDomain.yw - uDomain.xz) * (uSize - 1.0);
  vec2 corner = clamp(floor(cell), vec2(0.0), vec2(uSize - 2.0));
  vec2 u = clamp(cell - corner, 0.0, 1.0);
  vec2 h = (uDomain.yw - uDomain.xz) / (uSize - 1.0);
  ivec2 i = ivec2(corner);
  vec4 a = texelFetch(uHeights, i, 0);
  vec4 b = texelFetch(uHeights, i + ivec2(1, 0), 0);
  vec4 c = texelFetch(uHeights, i + ivec2(0, 1), 0);
  vec4 d = texelFetch(uHeights, i + ivec2(1, 1), 0);
  vec2 value1 = u * u * (3.0 - 2.0 * u);
  vec2 value0 = 1.0 - value1;
  vec2 slope0 = h * u * (1.0 - u) * (1.0 - u);
  vec2 slope1 = -h * u * u * (1.0 - u);
  float south = value0.x * a.x + value1.x * b.x + slope0.x * a.y + slope1.x * b.y;
  float north = value0.x * c.x + value1.x * d.x + slope0.x * c.y + slope1.x * d.y;
  float southSlope = value0.x * a.z + value1.x * b.z;
  float northSlope = value0.x * c.z + value1.x * d.z;
  float f = value0.y * south + value1.y * north + slope0.y * southSlope + slope1.y * northSlope;
  return vec3(f, mix(mix(a.yz, b.yz, u.x), mix(c.yz, d.yz, u.x), u.y));
}

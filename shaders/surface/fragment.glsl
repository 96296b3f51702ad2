uniform sampler2D uRamp;
uniform vec3 uInk;
uniform vec3 uRelief; // shade of the darkest slope, gain of the key light, opacity of the lines
uniform float uGlass; // 1: the wall seen from outside, of which only lines and rim remain
uniform float uEven;  // 1: colours evenly by height
uniform vec2 uLevel;  // f of a line of its own, its width in pixels
in vec2 vPoint;
out vec4 outColour;

void main() {
  vec3 field = heightfield(vPoint);
  float f = field.x;
  float rim = (uCut - f) / max(fwidth(f), 1e-12);
  // A pit that reaches the plan ends there.
  float depth = displayHeight(f) - uFloor;
  float bottom = depth / max(fwidth(depth), 1e-12);
  if (!(rim > -0.5) || !(depth > 0.0)) discard;

  float slope = displaySlope(f) / uPlace.z;
  vec3 normal = normalize(vec3(-slope * field.y, 1.0, slope * field.z));
  float key = max(dot(normal, normalize(vec3(-0.55, 0.7, 0.35))), 0.0);
  float sky = 0.5 + 0.5 * normal.y;
  float height = clamp(displayHeight(f) / max(uHeight.z, 1e-9), 0.0, 1.0);
  vec3 colour = texture(uRamp, vec2(uHeight.w + uEven > 0.5 ? height : sqrt(height), 0.5)).rgb;
  colour = draped(colour, vPoint);
  colour *= mix(uRelief.x, uRelief.y, key * 0.8 + sky * 0.2);

  float lines = contourInk(f, 0.28, 0.44) * uRelief.z;
  vec2 toBorder = min(vPoint - uDomain.xz, uDomain.yw - vPoint) / max(fwidth(vPoint), vec2(1e-12));
  float edge = 1.0 - smoothstep(uScale, uScale + 1.2, min(min(rim, bottom), min(toBorder.x, toBorder.y)));
  float level = uLevel.y > 0.0 ? levelInk(f, uLevel) : 0.0;
  colour = mix(colour, uInk, max(max(lines, level), edge * 0.75));
  float glass = 0.08 + 0.6 * max(edge, lines);
  outColour = vec4(colour, clamp(rim + 0.5, 0.0, 1.0) * (uGlass > 0.5 ? glass : 1.0));
}

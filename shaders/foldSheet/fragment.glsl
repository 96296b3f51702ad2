uniform vec3 uPaper;
uniform vec3 uInk;
uniform vec3 uAbove;   // the hue of values above 0
uniform vec3 uBelow;
uniform float uTint;   // how much of its hue the sheet has
uniform float uOpacity;
uniform float uFade;   // how much of it is lost at the far end
uniform float uKeeps;  // 1: only what is above 0, −1: only what is not, 0: all of it
in float vValue;
in float vFar;
in vec3 vEye;
out vec4 outColour;

void main() {
  if (uKeeps * vValue < 0.0) discard;
  // The sheet's own slope: what is turned away from the light above is darker, from either side.
  vec3 normal = normalize(cross(dFdx(vEye), dFdy(vEye)));
  float light = 0.72 + 0.28 * abs(dot(normal, normalize(vec3(-0.3, 0.8, 0.5))));
  // 0: neither.
  vec3 hue = vValue > 0.0 ? uAbove : vValue < 0.0 ? uBelow : uInk;
  float tint = uTint * (1.0 - uFade * vFar) * (1.5 - 0.7 * light) * (vValue == 0.0 ? 0.4 : 1.0);
  outColour = vec4(mix(uPaper, hue, clamp(tint, 0.0, 1.0)), uOpacity);
}

uniform vec3 uColour;
uniform float uOpacity;
uniform float uWidth; // CSS pixels
uniform float uRatio;
uniform float uFlat;
uniform float uDash; // CSS pixels of dash and of space; 0: solid
in vec2 vLocal;
in float vLength;
in float vF;
out vec4 outColour;

void main() {
  // Beyond the rim the path stops; its shadow runs on.
  if (uFlat < 0.5 && vF > uCut) discard;
  float beyond = vLocal.x - clamp(vLocal.x, 0.0, vLength);
  float gap = length(vec2(beyond, vLocal.y));
  float radius = uWidth * uRatio * 0.5;
  float alpha = 1.0 - smoothstep(radius - 0.5, radius + 0.5, gap);
  if (uDash > 0.0) alpha *= step(fract(vLocal.x / (2.0 * uDash * uRatio)), 0.5);
  if (alpha < 0.01) discard;
  outColour = vec4(uColour, alpha * uOpacity);
}

uniform float uOpacity;
in float vAcross;
in float vReach;
in vec3 vColour;
in float vAlpha;
out vec4 outColour;

void main() {
  // Below a pixel a line does not get thinner but paler.
  float alpha = 1.0 - smoothstep(max(vReach, 0.5) - 0.5, max(vReach, 0.5) + 0.5, abs(vAcross));
  alpha *= min(2.0 * vReach, 1.0) * vAlpha * uOpacity;
  if (alpha < 0.004) discard;
  outColour = vec4(vColour, alpha);
}

uniform vec3 uFar;  // on the way
uniform vec3 uNear; // at the bottom
uniform float uOpacity;
in vec2 vTail;
in float vRadius;
in float vSize;
in float vLow;
in float vShown;
out vec4 outColour;

void main() {
  vec2 p = (gl_PointCoord - 0.5) * vec2(1.0, -1.0) * vSize;
  float along = clamp(dot(p, vTail) / max(dot(vTail, vTail), 1e-6), 0.0, 1.0);
  // A crisp disc, and behind it what tapers off.
  float radius = vRadius * (1.0 - 0.65 * along);
  float alpha = 1.0 - smoothstep(radius - 0.5, radius + 0.5, length(p - vTail * along));
  alpha *= uOpacity * mix(1.0, 0.25, along) * vShown;
  if (alpha < 0.01) discard;
  outColour = vec4(mix(uFar, uNear, vLow), alpha);
}

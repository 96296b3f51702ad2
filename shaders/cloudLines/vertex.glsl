// Lines of a width in pixels between two places, each moved by a matrix of its own: one instance a line.
uniform mat4 uWorldFromStart;
uniform float uWidth;       // CSS pixels
uniform float uPull;
uniform float uFade;        // how much ink is lost at the far end
uniform float uBack;        // what is behind the object's own origin keeps this much
uniform vec3 uColour;
uniform sampler2D uRamp;
uniform float uLimit;       // world length at the ramp's upper end, where a line is palest
uniform float uByLength;    // 1: colour by length
uniform float uLongest;     // what is left of the opacity at the limit and beyond
in vec3 aStart;
in vec3 aEnd;
out float vAcross;
out float vReach;
out vec3 vColour;
out float vAlpha;

const float NEAR = -0.6;

void main() {
  vec4 a = viewMatrix * uWorldFromStart * vec4(aStart, 1.0);
  vec4 b = modelViewMatrix * vec4(aEnd, 1.0);
  float share = clamp(distance(a.xyz, b.xyz) / uLimit, 0.0, 1.0);
  bool hidden = a.z > NEAR && b.z > NEAR;
  // An end behind the eye is cut where the line passes it.
  if (!hidden && a.z > NEAR) a = mix(b, a, (NEAR - b.z) / (a.z - b.z));
  else if (!hidden && b.z > NEAR) b = mix(a, b, (NEAR - a.z) / (b.z - a.z));
  vec4 p = pulled(a, uPull);
  vec4 q = pulled(b, uPull);
  vec2 from = p.xy / p.w * uViewport * 0.5;
  vec2 to = q.xy / q.w * uViewport * 0.5;
  float size = length(to - from);
  vec2 along = size > 1e-4 ? (to - from) / size : vec2(1.0, 0.0);
  vReach = uWidth * uRatio * 0.5;
  vAcross = position.y * (vReach + 1.0);
  bool atStart = position.x < 0.5;
  vec4 clip = atStart ? p : q;
  clip.xy += vec2(-along.y, along.x) * vAcross / (uViewport * 0.5) * clip.w;
  gl_Position = hidden ? vec4(2.0, 2.0, 2.0, 1.0) : clip;
  vec4 here = atStart ? a : b;
  float middle = (modelViewMatrix * vec4(0.0, 0.0, 0.0, 1.0)).z;
  vColour = uByLength > 0.5 ? ramped(uRamp, share) : uColour;
  vColour = mix(vColour, uPaper, uFade * farness(-here.z));
  vAlpha = mix(1.0, uLongest, sqrt(share)) * (here.z < middle - 1e-3 ? uBack : 1.0);
}

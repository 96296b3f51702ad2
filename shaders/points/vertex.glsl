// Marks of a fixed size on screen: iterates, heads, starts, minima, events.
uniform float uRow;
uniform float uPull;
uniform float uRatio;  // device pixels a CSS pixel
in vec4 aPoint;        // x, y, f (below −1e29: on the plan), row
in vec4 aMark;         // red, green, blue, diameter in CSS pixels
in float aShape;
out vec3 vColour;
flat out float vShape;
flat out float vRadius;
flat out float vHidden;

void main() {
  bool onPlan = aPoint.z < -1e29;
  gl_Position = project(onPlan ? floorPoint(aPoint.xy) : displayPoint(aPoint.xy, aPoint.z), uPull);
  bool hidden = aPoint.w > uRow + 1e-4 || outsideDomain(aPoint.xy) || aMark.w <= 0.0 || (!onPlan && aPoint.z > uCut);
  vHidden = hidden ? 1.0 : 0.0;
  if (hidden) gl_Position = vec4(2.0, 2.0, 2.0, 1.0);
  vColour = aMark.rgb;
  vShape = aShape;
  vRadius = aMark.w * 0.5 * uRatio;
  gl_PointSize = aMark.w * uRatio + 4.0 * uRatio;
}

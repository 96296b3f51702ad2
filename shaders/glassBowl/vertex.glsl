// A sheet over the map: x, y, f.
in vec3 aPlace;
out vec3 vWorld;
out float vShown;

void main() {
  bool shown = isDrawable(aPlace.z) && aPlace.z <= uCut && !outsideDomain(aPlace.xy);
  vShown = shown ? 1.0 : 0.0;
  vWorld = displayPoint(aPlace.xy, shown ? aPlace.z : uCut);
  gl_Position = project(vWorld, 0.05);
}

// The elements of react-three-fiber (`primitive`), which the page's own project knows and this one would not.
import '@react-three/fiber';

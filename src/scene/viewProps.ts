/** What the page hands to whatever draws its picture; it fills the window behind the panels. */
export interface ViewProps {
  /** The graphics driver's name for itself; null: nothing can be drawn, numbers and chart go on alone. */
  readonly renderer: string | null;
  /** What the address asks for: see `heldLevel`. */
  readonly askedQuality: string | null;
  /** The drawing context went (false) or came back. */
  readonly onContext: (alive: boolean) => void;
  /** The picture cannot be drawn. */
  readonly onError: (error: unknown) => void;
}

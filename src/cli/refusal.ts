/** Bad input: its message is the one line that the command line prints before it ends with 2. */
export class Refusal extends Error {
  override readonly name = 'Refusal';
}

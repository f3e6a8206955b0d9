/** A problem that the person at the keyboard can solve. It is shown as its sentence alone, without a stack. */
export class Problem extends Error {}

/** Runs a command's main function and turns its problems into a sentence and an exit code. */
export async function runCommand(main) {
  try {
    const exitCode = await main();
    if (typeof exitCode === 'number') process.exitCode = exitCode;
  } catch (error) {
    const forTheReader = error instanceof Problem || error?.name === 'DatabaseUnavailable';
    console.error(forTheReader ? `\n${error.message}` : error);
    process.exitCode = 1;
  }
}

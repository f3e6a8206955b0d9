/** Set by the bundler: true where the demo's sign-in cards belong in the build. */
declare const __DEMO__: boolean;
/** Set by the bundler: the version in package.json. */
declare const __VERSION__: string;

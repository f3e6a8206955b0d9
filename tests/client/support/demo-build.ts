/** Imported before the app, this makes it the demo's: the bundler's constant is set. */
Object.assign(globalThis, { __DEMO__: true });

export {};

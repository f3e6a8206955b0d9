/**
 * What the bundler wrote into this build. The checks for undefined serve code that runs without the bundler; in a
 * build the expressions are constants, so what hangs on `demo` disappears from a production bundle.
 */
export const demo = typeof __DEMO__ !== 'undefined' && __DEMO__;
export const version = typeof __VERSION__ !== 'undefined' ? __VERSION__ : '0.0.0';

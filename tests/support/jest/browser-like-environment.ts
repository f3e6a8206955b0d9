import type { EnvironmentContext, JestEnvironmentConfig } from '@jest/environment';
import { TestEnvironment } from 'jest-environment-jsdom';

/** What every browser has and jsdom does not bring along; Node's own are the same standards. */
const missing = {
  BroadcastChannel,
  ReadableStream,
  Request,
  Response,
  Headers,
  TextDecoder,
  TextEncoder,
  TransformStream,
  WritableStream,
  fetch,
  structuredClone,
};

/** A document and window as in a browser, with the standard globals that jsdom leaves out. */
export default class BrowserLikeEnvironment extends TestEnvironment {
  constructor(config: JestEnvironmentConfig, context: EnvironmentContext) {
    super(config, context);
    // Without this, packages would be resolved to their builds for bundlers, which are ES modules.
    this.customExportConditions = ['node', 'require', 'default'];
    for (const [name, value] of Object.entries(missing)) {
      if (!(name in this.global)) Object.assign(this.global, { [name]: value });
    }
  }
}

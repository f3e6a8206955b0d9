import { register } from 'node:module';
import { pathToFileURL } from 'node:url';
import { inProject, projectDirectory } from './project.mjs';

let registered = false;

/** Loads a TypeScript module of the project as it stands, without a build. Needs the packages installed. */
export async function importTypeScript(path) {
  if (!registered) register('@swc-node/register/esm', `${pathToFileURL(projectDirectory)}/`);
  registered = true;
  return import(pathToFileURL(inProject(path)).href);
}

export { variablesExample, variablesTable } from './document-variables';
export { keptSecret } from './kept-secret';
export { makeFolder } from './make-folder';
export { EnvironmentError, type EnvironmentOf, readEnvironment, type Variables } from './read-environment';
export { flag, list, oneOf, secret, text, url, type Variable, wholeNumber } from './variable';

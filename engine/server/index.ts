/** The door of serving. */
export { type Served, type ServeOptions, serve } from './site.ts';
export { type Door, webhookDoor } from './webhooks.ts';

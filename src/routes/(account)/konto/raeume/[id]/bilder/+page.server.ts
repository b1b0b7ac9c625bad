export { load, actions } from '../../../../../(office)/buero/raeume/[id]/bilder/+page.server.ts';

export { load, actions } from '../../../../../(office)/buero/raeume/neu/[schritt]/+page.server.ts';

export { load, actions } from '../../../../../(office)/buero/raeume/[id]/vorschau/+page.server.ts';

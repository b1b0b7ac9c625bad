export { load, actions } from '../../../../../(office)/buero/raeume/[id]/weg/+page.server.ts';

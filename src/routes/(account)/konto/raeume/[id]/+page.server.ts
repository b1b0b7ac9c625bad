export { load, actions } from '../../../../(office)/buero/raeume/[id]/+page.server.ts';

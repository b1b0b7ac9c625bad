export { load, actions } from '../../../../../(office)/buero/raeume/[id]/passung/+page.server.ts';

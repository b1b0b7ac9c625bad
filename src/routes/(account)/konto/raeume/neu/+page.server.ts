export { load } from '../../../../(office)/buero/raeume/neu/+page.server.ts';

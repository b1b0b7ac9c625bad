export { load } from '../../../../../(office)/buero/raeume/[id]/sichtbarkeit/+page.server.ts';

import { holdsSeat } from '#modules/organisations/policy.ts';
import { isEditorOf, type Actor } from '#modules/people/actor.ts';

/** An organisation's invoices are for those of its people who act for it. The network's side asks `findOfficeNetwork`. */
export const maySeeOwnInvoices = (actor: Actor | null, { id, ags }: { id: string; ags: string | null }): boolean =>
	holdsSeat(actor, id, 'edit') || (ags !== null && isEditorOf(actor, ags));

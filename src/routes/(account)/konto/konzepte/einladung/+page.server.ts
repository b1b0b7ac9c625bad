import { redirect } from '@sveltejs/kit';
import { action } from '#lib/server/action.ts';
import { unauthenticated } from '#lib/refusal.ts';
import { linkForm } from '#modules/concepts/forms.ts';
import { acceptWriterInvitation, findWriterInvitation } from '#modules/concepts/server/invite-writer.ts';
import type { Actions, PageServerLoad } from './$types';

/** Looking uses nothing up: mail scanners look at every link. */
export const load: PageServerLoad = async ({ locals: { ctx }, url, setHeaders }) => {
	setHeaders({ 'cache-control': 'no-store' });
	if (!ctx.actor) throw unauthenticated();
	const link = url.searchParams.get('schluessel') ?? '';
	const { procedure, isOpen, conceptId, isMine } = await findWriterInvitation(ctx, link);
	if (isMine) redirect(303, `/konto/konzepte/${conceptId}`);
	return { link, procedure, isOpen };
};

export const actions: Actions = {
	default: action(linkForm, async ({ schluessel }, { locals }) => {
		const id = await acceptWriterInvitation(locals.ctx, { link: schluessel });
		redirect(303, `/konto/konzepte/${id}?dabei`);
	})
};

import { redirect } from '@sveltejs/kit';
import { action } from '#lib/server/action.ts';
import { confirmForm, decideForm, takeBackForm } from '#modules/freshness/forms.ts';
import { decideGone } from '#modules/freshness/server/decide-gone.ts';
import { findFreshnessDesk } from '#modules/freshness/server/find-freshness-desk.ts';
import { confirmProperties } from '#modules/properties/server/confirm-properties.ts';
import { takeBackProperty } from '#modules/properties/server/take-back-property.ts';
import type { Actions, PageServerLoad } from './$types';

const size = 50;
const pageOf = (url: URL) => Math.min(10_000, Math.max(1, Math.trunc(Number(url.searchParams.get('seite'))) || 1));
const done = (what: string) => redirect(303, `/buero/aktualitaet?fertig=${what}`);

export const load: PageServerLoad = async ({ locals: { ctx }, url }) => {
	const page = pageOf(url);
	const desk = await findFreshnessDesk(ctx, { page, size });
	return { ...desk, page, pages: Math.ceil(desk.total / size), done: url.searchParams.get('fertig'), now: ctx.now };
};

export const actions: Actions = {
	confirm: action(confirmForm, async ({ id }, { locals }) => done(String(await confirmProperties(locals.ctx, id)))),
	takeBack: action(takeBackForm, async ({ one }, { locals }) => {
		await takeBackProperty(locals.ctx, one);
		done('zurueck');
	}),
	decide: action(decideForm, async ({ ask, decision }, { locals }) => {
		await decideGone(locals.ctx, { askId: ask, decision });
		done(decision);
	})
};

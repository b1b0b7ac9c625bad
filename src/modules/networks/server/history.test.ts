import { noHistoryFilter } from '#modules/organisations/history-filter.ts';
import { cast, organisationOf, angermuende } from '#testing/cast.ts';
import { plantNetwork } from '#testing/networks.ts';
import { expect, test } from '#testing/world.ts';
import { networkHappenings } from '../history.ts';
import { confirmValues } from './confirm-values.ts';
import { listNetworkHistory } from './list-network-history.ts';
import { savePartner } from './save-partner.ts';
import { saveValues } from './save-values.ts';
import { stepMembership } from './step-membership.ts';

test('the office of a network sees what happened, and what was done in the place of a member', async ({ as, db }) => {
	const { slug } = await plantNetwork({ as, db }, { openness: 'alliance' });
	const organisationId = organisationOf(angermuende);
	await saveValues(as('oskar'), { slug, input: { text: 'Wir teilen, was wir wissen.' } });
	const id = await stepMembership(as('oskar'), { slug, organisationId, step: 'note' });
	await confirmValues(as('ines'), { id, version: 1 });
	await savePartner(as('oskar'), { id, input: { mission: 'Häuser öffnen', actionFields: [], contributions: [] } });
	const told = await listNetworkHistory(as('oskar'), { slug, filter: { ...noHistoryFilter, area: 'mitglieder' } });
	expect(told.map(({ kind, by, onBehalf, about }) => [kind, by, onBehalf, about])).toEqual(
		expect.arrayContaining([
			['membership.changed', cast.oskar.name, true, 'Angermünde'],
			['membership.values_confirmed', cast.ines.name, false, 'Angermünde'],
			['membership.partner_saved', cast.oskar.name, true, 'Angermünde']
		])
	);
	const all = await listNetworkHistory(as('oskar'), { slug, filter: noHistoryFilter });
	expect(all.filter(({ kind }) => !networkHappenings[kind])).toEqual([]);
	await expect(listNetworkHistory(as('ines'), { slug, filter: noHistoryFilter })).rejects.toMatchObject({ status: 404 });
});

import type { Pool } from 'pg';
import { openDb } from '#lib/server/db.ts';
import { newId } from '#lib/server/id.ts';
import { wholeRegister } from '#modules/owners/campaign.ts';
import { hashOfCode, writtenCode } from '#modules/owners/reply-code.ts';
import { codeMaker } from '#modules/owners/server/internal/reply-key.ts';
import { ownerCampaigns, ownerRecipients, ownerReplies, owners, ownerships, vacancyReasons } from '#modules/owners/server/tables.ts';
import { properties } from '#modules/properties/server/tables.ts';
import { secret, visible } from './secrets.ts';

const ags = '12073008';
const hidden = (name: string) => `${secret} ${name}`;

/**
 * Owners of published houses and of one that is not, each full of secrets, with a letter, its answer and the reasons of the municipality. Returns the address
 * that the letter of the last one opens: there the house may be seen, and nobody's name.
 */
export async function plantSecretOwner(
	pool: Pool,
	published: readonly string[]
): Promise<{ letter: string; notice: string; remove: () => Promise<void> }> {
	const [db, now] = [openDb(pool), new Date()];
	const stamp = { createdAt: now, updatedAt: now };
	const [campaignId, houseId] = [newId(), newId()];
	await db.insert(properties).values({
		...{
			id: houseId,
			ags,
			reference: `QVW-BRIEF-${houseId.slice(-6)}`,
			title: `${visible} Haus am Brief`,
			propertyType: 'inn',
			source: 'office'
		},
		...{ street: 'Lindenstraße', houseNumber: '1', postalCode: '16278', city: 'Angermünde', lifecycleState: 'owner_contacted', ...stamp }
	});
	await db.insert(ownerCampaigns).values({
		...{
			id: campaignId,
			ags,
			name: hidden('aktion'),
			goal: hidden('ziel'),
			state: 'sent',
			selection: wholeRegister,
			subject: hidden('betreff')
		},
		...{ text: hidden('brief'), signatory: hidden('hand'), replyBy: '2030-01-15', sentOn: '2026-01-01', ...stamp }
	});
	const codeOf = await codeMaker({ db });
	let code = '';
	const ownerIds: string[] = [];
	for (const [i, propertyId] of [...published, houseId].entries()) {
		const [ownerId, recipientId] = [newId(), newId()];
		ownerIds.push(ownerId);
		await db.insert(owners).values({
			...{
				id: ownerId,
				ags,
				name: hidden('eigentümer'),
				representative: hidden('vertretung'),
				street: hidden('weg'),
				postalCode: secret,
				city: hidden('ort')
			},
			...{
				email: `${secret}@eigentum.example`,
				phone: `0${secret}`,
				legalBasis: 'public_task',
				origin: 'Grundbuchamt',
				note: hidden('notiz')
			},
			...{
				knownSince: '2026-01-01',
				purgeOn: '2035-01-01',
				doNotContactAt: i ? null : now,
				doNotContactReason: i ? null : hidden('sperre'),
				...stamp
			}
		});
		await db.insert(ownerships).values({ id: newId(), propertyId, ownerId, share: `${secret}`, attitude: 'refuses', ...stamp });
		await db
			.insert(vacancyReasons)
			.values({ id: newId(), propertyId, cause: 'inheritance_unresolved', words: hidden('grund'), recordedAt: now });
		code = codeOf(recipientId);
		await db.insert(ownerRecipients).values({
			...{ id: recipientId, campaignId, ownerId, propertyId, state: 'answered', hash: hashOfCode(code), codeUntil: '2035-01-01' },
			...{ sentOn: '2026-01-01', position: i + 1 }
		});
		await db.insert(ownerReplies).values({
			...{ id: newId(), recipientId, standing: 'owner', plan: 'sell', adviceNeeds: [], callback: 'phone', phone: `1${secret}` },
			...{ email: `${secret}@antwort.example`, message: hidden('antwort'), via: 'web', at: now }
		});
	}
	const query = `?code=${writtenCode(code)}`;
	return {
		letter: `/haus${query}`,
		notice: `/haus/hinweis.pdf${query}`,
		remove: async () => {
			await pool.query('delete from owners where id = any($1)', [ownerIds]);
			await pool.query('delete from owner_campaigns where id = $1', [campaignId]);
			await pool.query('delete from properties where id = $1', [houseId]);
		}
	};
}

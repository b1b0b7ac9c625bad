import type { Ctx } from '#modules/people/actor.ts';
import type { RecordedEvent } from '#modules/people/server/record-event.ts';
import type { MoveName } from '../way.ts';
import { tellFollowers } from './tell-followers.ts';

/** What whoever follows hears of a move; what is told elsewhere, or concerns nobody outside, is not here. */
const news: Partial<Record<MoveName, { title: string; text: string; part?: string }>> = {
	unseal: { title: 'Die Konzepte sind geöffnet', text: 'Jetzt wird geprüft, ob alles da ist.' },
	decide: { title: 'Es ist entschieden', text: 'Das Ergebnis ist veröffentlicht, so weit wie im Aufruf versprochen.', part: '/ergebnis' },
	grant: { title: 'Das Haus ist an die Hand gegeben', text: 'Eine Gruppe hat jetzt Zeit, alles Nötige vorzubereiten.' },
	lapse: { title: 'Das Haus ist wieder frei', text: 'Die Anhandgabe ist zu Ende, ohne dass ein Vertrag geschlossen wurde.' },
	sign: { title: 'Der Vertrag ist geschlossen', text: 'Aus der Anhandgabe ist ein Vertrag geworden.' },
	use: { title: 'Das Haus wird wieder genutzt', text: 'Das Verfahren ist am Ziel.' }
};

/** The reaction to a move of a procedure. */
export async function tellMoved(ctx: Pick<Ctx, 'db' | 'now' | 'actor'>, { id, subjectId, data }: RecordedEvent): Promise<void> {
	const said = news[data.move as MoveName];
	if (said) await tellFollowers(ctx, subjectId, { kind: 'procedure-moved', key: id, ...said });
}

"""Sixty news paragraphs kept aside, to be scored once: don't read them before. Format as in ``../../statements/paragraphs.py``; spans and more in the JSON."""

from __future__ import annotations

from tests.golden.statements.paragraphs import Held, Stated

PARAGRAPHS: list[tuple[str, list[Stated], list[Held]]] = [
    (
        "ATHENS, 12 June -- Greece's culture minister said on Thursday that the marble head had been sawn from its body in 1801. The museum that owns it is in Bloomsbury. Its trustees have rejected every request for its return.",
        [("Greece's culture minister", "the marble head had been sawn from its body in 1801", None, False)],
        [("Its trustees", "opposes", "return marble head request")],
    ),
    (
        "The civil aviation authority of Indonesia said the pilots had turned off the wrong engine. Two hundred and three people died in the crash near Padang.",
        [("The civil aviation authority of Indonesia", "the pilots had turned off the wrong engine", None, False)],
        [],
    ),
    (
        "Chile's astronomers oppose the gravel pit below the observatory. The mayor of Vicuña supports it. The regional court will hear them in July.",
        [],
        [("Chile's astronomers", "opposes", "gravel pit"), ("The mayor of Vicuña", "supports", "gravel pit")],
    ),
    (
        '"We played with ten men and a borrowed ball," said Comoros coach Amine Djoumoi. His side lost on penalties.',
        [("Comoros coach Amine Djoumoi", '"We played with ten men and a borrowed ball,"', None, False)],
        [],
    ),
    (
        "The Danish minister for food ordered the killing of the mink. Breeders denounced the order. A court found in March that she had had no power to give it.",
        [("A court", "she had had no power to give it", None, False)],
        [("The Danish minister for food", "supports", "killing mink"), ("Breeders", "opposes", "order killing")],
    ),
    (
        "Kenya welcomed the burning of the tusks. Zimbabwe wants to sell its own.",
        [],
        [("Kenya", "supports", "burning tusks"), ("Zimbabwe", "supports", "sell tusks own")],
    ),
    (
        "The census bureau in Abuja announced that the count would begin on 3 May. Enumerators have been trained in every state. Church leaders in the Middle Belt say whole villages have been left off the maps.",
        [
            ("The census bureau in Abuja", "the count would begin on 3 May", None, False),
            ("Church leaders in the Middle Belt", "whole villages have been left off the maps", None, False),
        ],
        [],
    ),
    (
        "The Swiss canton of Uri voted to keep the cow bells. Tourists had complained about the noise.",
        [],
        [("The Swiss canton of Uri", "supports", "keep cow bells")],
    ),
    (
        "Engineers said on Wednesday that the swing bridge at Paramaribo could carry no more than eight tonnes. Buses now stop on either side of it, and people walk.",
        [("Engineers", "the swing bridge at Paramaribo could carry no more than eight tonnes", None, False)],
        [],
    ),
    (
        "Ecuador rejected the copyright clause in the trade text, and Colombia accepted it.",
        [],
        [("Ecuador", "opposes", "copyright clause"), ("Colombia", "supports", "copyright clause")],
    ),
    (
        "“My mother sang this in the kitchen,” the Tuvan singer Aldyn Ondar told a festival audience in Tønder. The recording has been sold to a film studio.",
        [("the Tuvan singer Aldyn Ondar", "“My mother sang this in the kitchen,”", None, False)],
        [],
    ),
    (
        "The space agency reported that the lander had tipped on its side at a distance of nine metres from the rim. Contact was lost forty minutes later.",
        [("The space agency", "the lander had tipped on its side at a distance of nine metres from the rim", None, False)],
        [],
    ),
    (
        "Mauritius and Sri Lanka called for a limit on tuna nets. Spain's shipowners are opposed to it.",
        [],
        [("Mauritius and Sri Lanka", "supports", "limit tuna nets"), ("Spain's shipowners", "opposes", "limit tuna nets")],
    ),
    (
        "A lottery official in Valletta said the winning ticket had been bought on Gozo. Nobody has come forward.",
        [("A lottery official in Valletta", "the winning ticket had been bought on Gozo", None, False)],
        [],
    ),
    (
        "Bhutan refused to grant a permit for the climb. The tourism council said the mountain was the seat of a deity.",
        [("The tourism council", "the mountain was the seat of a deity", None, False)],
        [("Bhutan", "opposes", "permit climb")],
    ),
    (
        "Health inspectors in Lyon found that the tanks had not been cleaned since 2008. The water company was fined 90,000 euros. Consumers' groups praised the ruling.",
        [("Health inspectors in Lyon", "the tanks had not been cleaned since 2008", None, False)],
        [("Consumers' groups", "supports", "ruling fine fined")],
    ),
    (
        "Samoa switched to driving on the left. Bus owners had opposed the change. No accident was recorded on the first day.",
        [],
        [("Bus owners", "opposes", "change driving left")],
    ),
    (
        "The International Olympic Committee approved the entry of breakdancing. Squash and karate will have to wait.",
        [],
        [("The International Olympic Committee", "supports", "entry breakdancing")],
    ),
    (
        "The postmaster of Longyearbyen told a visitor that letters to the mainland took nine days in winter. The plane did not come that week.",
        [("The postmaster of Longyearbyen", "letters to the mainland took nine days in winter", None, False)],
        [],
    ),
    (
        "Peru's Senate passed the bill on coca by a single vote. The doctors' college urged the president to veto it.",
        [],
        [("Peru's Senate", "supports", "bill coca"), ("The doctors' college", "opposes", "bill coca veto")],
    ),
    (
        "The head of Iceland's orchestra said the composer had told her in a letter that the fourth movement did not exist. His publisher insists it does. A copyist in Bergen has been asked to look in his attic.",
        [
            ("The head of Iceland's orchestra", "the composer had told her in a letter that the fourth movement did not exist", None, False),
            ("the composer", "the fourth movement did not exist", 0, False),
            ("His publisher", "it does", None, False),
        ],
        [],
    ),
    (
        "A spokesman for the railway denied on Tuesday that the driver had reported the signal was dark. The drivers' union has published what it says is a transcript. “There is nothing showing, control,” he says in it.",
        [
            ("A spokesman for the railway", "the driver had reported the signal was dark", None, False),
            ("the driver", "the signal was dark", 0, False),
            ("he", "“There is nothing showing, control,”", None, False),
        ],
        [],
    ),
    (
        "The Washington Post wrote that engineers at the firm had warned the model could be made to lie. The firm's chief executive told the newspaper that nobody had told him anything of the kind.",
        [
            ("The Washington Post", "engineers at the firm had warned the model could be made to lie", None, False),
            ("engineers at the firm", "the model could be made to lie", 0, False),
            ("The firm's chief executive", "nobody had told him anything of the kind", None, False),
            ("nobody", "anything of the kind", 2, True),
        ],
        [],
    ),
    (
        "Archbishop Teodor recalled the sculptor saying that the angel should face the sea. It faces the car park.",
        [
            ("Archbishop Teodor", "the sculptor saying that the angel should face the sea", None, False),
            ("the sculptor", "the angel should face the sea", 0, False),
        ],
        [("the sculptor", "supports", "angel face sea")],
    ),
    (
        "Ghana's cocoa board said Ivory Coast supported a floor price, and that its director had promised no beans would leave port below it.",
        [
            ("Ghana's cocoa board", "Ivory Coast supported a floor price, and that its director had promised no beans would leave port below it", None, False),
            ("its director", "no beans would leave port below it", 0, False),
        ],
        [("Ivory Coast", "supports", "floor price")],
    ),
    (
        "The pathologist told the inquest that a nurse had written “moved at four” on the chart. The nurse said she believed the note was in another hand.",
        [
            ("The pathologist", "a nurse had written “moved at four” on the chart", None, False),
            ("a nurse", "“moved at four”", 0, False),
            ("The nurse", "she believed the note was in another hand", None, False),
            ("she", "the note was in another hand", 2, False),
        ],
        [],
    ),
    (
        "Maputo's water company says the Portuguese owners told it their auditors thought the meters were wrong. The mayor says the meters are fine and the pipes are stolen.",
        [
            ("Maputo's water company", "the Portuguese owners told it their auditors thought the meters were wrong", None, False),
            ("the Portuguese owners", "their auditors thought the meters were wrong", 0, False),
            ("their auditors", "the meters were wrong", 1, False),
            ("The mayor", "the meters are fine and the pipes are stolen", None, False),
        ],
        [],
    ),
    (
        "In a note to members the secretary of the chess federation states that Armenia opposes the new clock, that Norway supports it, and that the Indian delegate has said he has no instructions.",
        [
            ("the secretary of the chess federation", "Armenia opposes the new clock, that Norway supports it, and that the Indian delegate has said he has no instructions", None, False),
            ("the Indian delegate", "he has no instructions", 0, False),
        ],
        [("Armenia", "opposes", "new clock"), ("Norway", "supports", "new clock")],
    ),
    (
        "NASA's inspector general reported that managers knew the valve was cracked. “They told us it would hold,” an astronaut said, on condition that she was not named.",
        [
            ("NASA's inspector general", "managers knew the valve was cracked", None, False),
            ("managers", "the valve was cracked", 0, False),
            ("an astronaut", "“They told us it would hold,”", None, False),
            ("They", "it would hold", 2, False),
        ],
        [],
    ),
    (
        "The tobacco company's lawyer argued that the ministry had conceded in 1998 that the labels were lawful. \"The ministry conceded no such thing,\" said the attorney general.",
        [
            ("The tobacco company's lawyer", "the ministry had conceded in 1998 that the labels were lawful", None, False),
            ("the ministry", "the labels were lawful", 0, False),
            ("the attorney general", '"The ministry conceded no such thing,"', None, False),
        ],
        [],
    ),
    (
        "A Papua New Guinea court was told on Monday that the seabed belonged to the clans.",
        [("", "the seabed belonged to the clans", None, False)],
        [],
    ),
    (
        "Lord Mayor Brigid Nolan said the contractor had assured the council that the incinerator would not smell. It smells. The contractor, Veolin, did not say why it does.",
        [
            ("Lord Mayor Brigid Nolan", "the contractor had assured the council that the incinerator would not smell", None, False),
            ("the contractor", "the incinerator would not smell", 0, False),
            ("The contractor", "why it does", None, True),
        ],
        [],
    ),
    (
        "The Antarctic treaty secretariat said no party had objected to the new reserve, though observers in Hobart say China and Russia opposed it behind closed doors.",
        [
            ("The Antarctic treaty secretariat", "no party had objected to the new reserve, though observers in Hobart say China and Russia opposed it behind closed doors", None, False),
            ("observers in Hobart", "China and Russia opposed it behind closed doors", 0, False),
        ],
        [("no party", "neutral", "new reserve objected"), ("China and Russia", "opposes", "new reserve")],
    ),
    (
        "The Brazilian football confederation said that the referee had admitted to its panel: “I did not see the hand.” The referee told TV Globo he had said: “I did not see a hand.”",
        [
            ("The Brazilian football confederation", "the referee had admitted to its panel: “I did not see the hand.”", None, False),
            ("the referee", "“I did not see the hand.”", 0, False),
            ("The referee", "he had said: “I did not see a hand.”", None, False),
            ("he", "“I did not see a hand.”", 2, False),
        ],
        [],
    ),
    (
        "The daily Dawn reports that villagers in Tharparkar fear the coal will take their wells. A company engineer said he understood that they had been told otherwise.",
        [
            ("The daily Dawn", "villagers in Tharparkar fear the coal will take their wells", None, False),
            ("villagers in Tharparkar", "the coal will take their wells", 0, False),
            ("A company engineer", "he understood that they had been told otherwise", None, False),
            ("he", "they had been told otherwise", 2, False),
        ],
        [],
    ),
    (
        "A memo by the Dutch tax service says the deputy director doubted that the list was legal. The state secretary told the chamber that she did not know that the list existed.",
        [
            ("A memo by the Dutch tax service", "the deputy director doubted that the list was legal", None, False),
            ("the deputy director", "the list was legal", 0, False),
            ("The state secretary", "she did not know that the list existed", None, False),
            ("she", "the list existed", 2, True),
        ],
        [],
    ),
    (
        "The Vatican librarian confirmed that an Armenian scholar had claimed the leaf was forged, a claim the library rejects.",
        [
            ("The Vatican librarian", "an Armenian scholar had claimed the leaf was forged", None, False),
            ("an Armenian scholar", "the leaf was forged", 0, False),
        ],
        [("the library", "opposes", "claim leaf forged")],
    ),
    (
        "Residents of Flint say officials told them for eighteen months that the water was safe. The governor has said that his staff believed the tests.",
        [
            ("Residents of Flint", "officials told them for eighteen months that the water was safe", None, False),
            ("officials", "the water was safe", 0, False),
            ("The governor", "his staff believed the tests", None, False),
        ],
        [],
    ),
    (
        "The Mongolian wrestling union said the champion had written to it: «I was ill and I was afraid.»",
        [
            ("The Mongolian wrestling union", "the champion had written to it: «I was ill and I was afraid.»", None, False),
            ("the champion", "«I was ill and I was afraid.»", 0, False),
        ],
        [],
    ),
    (
        "Prosecutor Yuval Shaked said the witness had told police the minister's wife asked who would pay for the champagne.",
        [
            ("Prosecutor Yuval Shaked", "the witness had told police the minister's wife asked who would pay for the champagne", None, False),
            ("the witness", "the minister's wife asked who would pay for the champagne", 0, False),
            ("the minister's wife", "who would pay for the champagne", 1, False),
        ],
        [],
    ),
    (
        "He said the cathedral would open for Easter. The spire was finished; the bells had been hung; the organ lacked only its dust. Étienne Rault, who runs the site, has lost two foremen to better wages.",
        [("He", "the cathedral would open for Easter|The spire was finished; the bells had been hung; the organ lacked only its dust", None, False)],
        [],
    ),
    (
        "‘If the ice holds,’ the ferryman said, ‘we walk. If it does not,’ and here he grinned, ‘we walk faster.’",
        [("the ferryman|he", "‘If the ice holds,’|‘we walk. If it does not,’|‘we walk faster.’", None, False)],
        [],
    ),
    (
        "Every canton but Ticino backed the night train; Ticino abstained, its delegates having missed the connection.",
        [],
        [("Every canton but Ticino", "supports", "night train"), ("Ticino", "withholds", "night train abstained")],
    ),
    (
        "The wine growers of Mendoza, who three years ago burned the minister in effigy over the irrigation fee, now favour it.",
        [],
        [("The wine growers of Mendoza", "supports", "irrigation fee")],
    ),
    (
        'The exhibition is called "What the Admiral Said". It shows forty telegrams, none of which was ever sent.',
        [],
        [],
    ),
    (
        "The telescope's director has not said whether the mirror can be saved, and the university would not confirm that it was dropped. A student who was on the night shift said there was “a noise like a plate in a sink”.",
        [
            ("The telescope's director", "the mirror can be saved", None, True),
            ("the university", "it was dropped", None, True),
            ("A student who was on the night shift", "there was “a noise like a plate in a sink”", None, False),
        ],
        [],
    ),
    (
        "Of the bloc's nine members, four voted for the mobile phone charger rule, three against; two abstained.",
        [],
        [
            ("four", "supports", "mobile phone charger rule"),
            ("three", "opposes", "mobile phone charger rule"),
            ("two", "withholds", "mobile phone charger rule"),
        ],
    ),
    (
        "The archivist is expected to tell the commission on Monday that the files were pulped by mistake.",
        [("The archivist", "the files were pulped by mistake", None, False)],
        [],
    ),
    (
        '"A seed is not a machine," the Indian delegate told the patents conference. "It remembers." She called for the clause to be struck out, a call the seed companies rejected.',
        [("the Indian delegate", '"A seed is not a machine,"|"It remembers."', None, False)],
        [("She", "supports", "clause struck out strike"), ("the seed companies", "opposes", "call clause struck")],
    ),
    (
        "Q. Who moved the painting? A. I was on leave. Q. Who was not on leave? A. The cat.",
        [
            ("Q", "Who moved the painting?", None, False),
            ("A", "I was on leave.", None, False),
            ("Q", "Who was not on leave?", None, False),
            ("A", "The cat.", None, False),
        ],
        [],
    ),
    (
        "Botswana would accept the quota on ivory if its neighbours did. Zambia will not.",
        [],
        [("Botswana", "supports", "quota ivory"), ("Zambia", "opposes", "quota ivory accept")],
    ),
    (
        "The Norwegian Storting has not yet decided on deep-sea mining, and the fisheries directorate reserves its opinion. Belgium is in favour.",
        [],
        [
            ("The Norwegian Storting", "withholds", "deep-sea mining"),
            ("the fisheries directorate", "withholds", "deep-sea mining opinion"),
            ("Belgium", "supports", "deep-sea mining"),
        ],
    ),
    (
        "The minister did not deny that she had taken the bracelet. Her party, which had supported her nomination, said it would wait for the auditors.",
        [("The minister", "she had taken the bracelet", None, True), ("Her party", "it would wait for the auditors", None, False)],
        [("Her party", "supports", "nomination")],
    ),
    (
        "“Clocks,” the commissioner said with a sigh, “are the one thing on which twenty-seven governments can all be late.” Finland and Poland want summer time abolished. Portugal does not.",
        [("the commissioner", "“Clocks,”|“are the one thing on which twenty-seven governments can all be late.”", None, False)],
        [
            ("Finland and Poland", "supports", "summer time abolished abolition abolish"),
            ("Portugal", "opposes", "summer time abolished abolition abolish"),
        ],
    ),
    (
        "The choir of the deaf school in Harar gave two concerts. Hands rose and fell in the light; the hall was silent, and no one spoke on the way home.",
        [],
        [],
    ),
    (
        "Neither the league nor the players wanted the new ball, according to Mr Petrossian, and nobody asked them.",
        [("Mr Petrossian", "Neither the league nor the players wanted the new ball|and nobody asked them", None, False)],
        [("Neither the league nor the players", "opposes", "new ball wanted")],
    ),
    (
        '@cityofmanaus wrote: "The river is at 12.70 m. It has never been lower." A geologist replied under the post: "Since 1902." It was later corrected.',
        [("@cityofmanaus", '"The river is at 12.70 m. It has never been lower."', None, False), ("A geologist", '"Since 1902."', None, False)],
        [],
    ),
    (
        "Qatar's labour ministry once defended the sponsorship system and has since abolished it. Contractors remain opposed to the reform.",
        [],
        [
            ("Qatar's labour ministry", "opposes", "sponsorship system"),
            ("Qatar's labour ministry", "supports", "sponsorship system defended"),
            ("Contractors", "opposes", "reform"),
        ],
    ),
    (
        "The widow of the explorer thinks the diary is genuine; the society that paid for it thinks so too; the ink does not.",
        [("The widow of the explorer", "the diary is genuine", None, False)],
        [],
    ),
    (
        "Some of the bishops are for the ordination of married men, most against. The nuncio, asked on the steps what Rome thought, said “Rome thinks slowly” and put up his umbrella.",
        [("The nuncio", "“Rome thinks slowly”", None, False)],
        [("Some of the bishops", "supports", "ordination married men"), ("most", "opposes", "ordination married men")],
    ),
]

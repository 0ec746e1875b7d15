"""Plain news paragraphs: one level of speech, stances in so many words. Format as in ``paragraphs.py``; spans and more in ``paragraphs_02.json``."""

from __future__ import annotations

from tests.golden.statements.paragraphs import Held, Stated

PARAGRAPHS: list[tuple[str, list[Stated], list[Held]]] = [
    (
        "The Philippines welcomed the arbitration award.",
        [],
        [("The Philippines", "supports", "arbitration award")],
    ),
    (
        "Jordan condemned the bombing of the embassy and closed its border for three days.",
        [],
        [("Jordan", "opposes", "bombing embassy")],
    ),
    (
        "The central bank of Ghana announced that it would hold its main rate at 16 per cent.",
        [("The central bank of Ghana", "it would hold its main rate at 16 per cent", None, False)],
        [],
    ),
    (
        "Greece vetoed the statement on human rights in China, and Malta supported it.",
        [],
        [("Greece", "opposes", "statement human rights veto"), ("Malta", "supports", "statement human rights")],
    ),
    (
        "The trade union federation COSATU rejected the wage offer, and the mine owners refused to raise it.",
        [],
        [("The trade union federation COSATU", "opposes", "wage offer"), ("the mine owners", "opposes", "raise wage offer")],
    ),
    (
        "Farmers' leaders in Gujarat demanded that the state cancel the dam contract. The chief minister met them on Sunday evening.",
        [],
        [("Farmers' leaders in Gujarat", "supports", "cancel dam contract")],
    ),
    (
        "Mexico recognized the new government in La Paz on Wednesday. Argentina did not recognize it.",
        [],
        [("Mexico", "supports", "recognition new government recognize"), ("Argentina", "withholds", "recognition new government recognize")],
    ),
    (
        "The Cambodian opposition claims a third of the names on the rolls are false. The election is to be held on 27 July.",
        [("The Cambodian opposition", "a third of the names on the rolls are false", None, False)],
        [],
    ),
    (
        "The judge ruled that the editor had been held without charge for too long. He walked out of the court an hour later.",
        [("The judge", "the editor had been held without charge for too long", None, False)],
        [],
    ),
    (
        "\"Nobody will be sent back by force,\" said Kenya's interior secretary, visiting the camp at Dadaab.",
        [("Kenya's interior secretary", '"Nobody will be sent back by force,"', None, False)],
        [],
    ),
    (
        "Azerbaijan rejected the ceasefire proposal. Georgia praised it.",
        [],
        [("Azerbaijan", "opposes", "ceasefire proposal"), ("Georgia", "supports", "ceasefire proposal")],
    ),
    (
        "The Bundesrat voted against the asylum bill on Friday.",
        [],
        [("The Bundesrat", "opposes", "asylum bill")],
    ),
    (
        "«Nous n'avons plus d'eau,» said Marie Bemba, a nurse in Bangui.",
        [("Marie Bemba", "«Nous n'avons plus d'eau,»", None, False)],
        [],
    ),
    (
        "The airline said in a statement that flight 418 had lost contact with the tower at 02:14.",
        [("The airline", "flight 418 had lost contact with the tower at 02:14", None, False)],
        [],
    ),
    (
        'The coach driver told the court: "I fell asleep for a second, no more."',
        [("The coach driver", '"I fell asleep for a second, no more."', None, False)],
        [],
    ),
    (
        "Senegal offered its support for the Gambian commission of inquiry.",
        [],
        [("Senegal", "supports", "commission inquiry")],
    ),
    (
        "The Venezuelan opposition boycotted the vote. Election officials said turnout was 31 per cent.",
        [("Election officials", "turnout was 31 per cent", None, False)],
        [("The Venezuelan opposition", "opposes", "vote")],
    ),
    (
        "Cyprus objected to the opening of the accession chapter.",
        [],
        [("Cyprus", "opposes", "opening accession chapter")],
    ),
    (
        "Egypt rejected the Ethiopian timetable for filling the reservoir.",
        [],
        [("Egypt", "opposes", "timetable filling reservoir")],
    ),
    (
        "The Sami Parliament opposed the mine, but the municipal council of Jokkmokk supported it.",
        [],
        [("The Sami Parliament", "opposes", "mine"), ("the municipal council of Jokkmokk", "supports", "mine")],
    ),
    (
        "Lebanon's cabinet accepted the terms of the prisoner exchange.",
        [],
        [("Lebanon's cabinet", "supports", "prisoner exchange terms")],
    ),
    (
        "The World Bank estimates that the war has cost Sudan a fifth of its income.",
        [("The World Bank", "the war has cost Sudan a fifth of its income", None, False)],
        [],
    ),
    (
        "Australia supports a ban on the export of live sheep. Exporters in Fremantle said the ban would ruin them.",
        [("Exporters in Fremantle", "the ban would ruin them", None, False)],
        [("Australia", "supports", "ban export live sheep")],
    ),
    (
        "Colombia's constitutional court heard the case for nine hours and struck down the law. The government criticized the ruling.",
        [],
        [("The government", "opposes", "ruling")],
    ),
    (
        "The United Nations mission in Liberia said eleven hundred fighters had handed in their rifles.",
        [("The United Nations mission in Liberia", "eleven hundred fighters had handed in their rifles", None, False)],
        [],
    ),
    (
        "Prime Minister Owen Tavai told the Post-Courier newspaper that he had never met the Malaysian businessman.",
        [("Prime Minister Owen Tavai", "he had never met the Malaysian businessman", None, False)],
        [],
    ),
    (
        "A senior NATO official said the alliance had no plan to send troops to Moldova.",
        [("A senior NATO official", "the alliance had no plan to send troops to Moldova", None, False)],
        [],
    ),
    (
        "The Scottish Greens called on the minister to resign.",
        [],
        [("The Scottish Greens", "supports", "resignation minister resign")],
    ),
    (
        "Wildlife rangers in Gabon believe that poachers entered the park by boat.",
        [("Wildlife rangers in Gabon", "poachers entered the park by boat", None, False)],
        [],
    ),
    (
        "The Afghan council of scholars forbade women to work for aid agencies. Qatar condemned the order.",
        [],
        [("The Afghan council of scholars", "opposes", "women work aid agencies"), ("Qatar", "opposes", "order")],
    ),
    (
        "“We counted forty-two graves,” said Inspector Ruud Visser of the tribunal's field office.",
        [("Inspector Ruud Visser", "“We counted forty-two graves,”", None, False)],
        [],
    ),
    (
        "The Dutch Senate rejected the association agreement with Ukraine. Kiev regretted the decision.",
        [],
        [("The Dutch Senate", "opposes", "association agreement"), ("Kiev", "opposes", "decision")],
    ),
    (
        "Ireland recognizes Palestine. Denmark does not recognize it.",
        [],
        [("Ireland", "supports", "recognition Palestine recognizes"), ("Denmark", "withholds", "recognition Palestine recognize")],
    ),
    (
        "PORT MORESBY, Aug 9 -- The electoral commissioner said on Wednesday that ballot papers for two highland seats had been flown to the wrong province. Helicopters were sent to fetch them. Counting in the rest of the country went on.",
        [("The electoral commissioner", "ballot papers for two highland seats had been flown to the wrong province", None, False)],
        [],
    ),
    (
        "Good evening. The main news at nine. The prime minister has told parliament that petrol will be rationed from Monday. The motorists' federation has criticized the plan.",
        [("The prime minister", "petrol will be rationed from Monday", None, False)],
        [("The motorists' federation", "opposes", "plan petrol rationing rationed")],
    ),
    (
        "The Danish government supports the tunnel under the Fehmarn Belt, and so do the ferry towns on the German side. Work is to begin in the autumn. A spokesman for the builders said the first segments were ready.",
        [("A spokesman for the builders", "the first segments were ready", None, False)],
        [("The Danish government", "supports", "tunnel"), ("the ferry towns on the German side", "supports", "tunnel")],
    ),
    (
        'In the village of Ait Ziri the snow has cut the only road. "We have flour for three days," said Brahim Oulhaj, the baker. The provincial governor said ploughs would reach the valley on Sunday.',
        [
            ("Brahim Oulhaj", '"We have flour for three days,"', None, False),
            ("The provincial governor", "ploughs would reach the valley on Sunday", None, False),
        ],
        [],
    ),
    (
        "The tanker Aegean Hope sank off Galicia at dawn. Spain's development ministry said nine thousand tonnes of oil had leaked. Portugal demanded that the wreck be sealed.",
        [("Spain's development ministry", "nine thousand tonnes of oil had leaked", None, False)],
        [("Portugal", "supports", "wreck sealed seal")],
    ),
    (
        "Botswana's president signed the law against poaching on Monday. Safari companies welcomed it. The hunters' association warned that the law would cost four thousand jobs.",
        [("The hunters' association", "the law would cost four thousand jobs", None, False)],
        [("Botswana's president", "supports", "law poaching"), ("Safari companies", "supports", "law poaching")],
    ),
    (
        "The court in Arusha ruled that the former mayor had ordered the roadblocks. He was sentenced to thirty years in prison. His lawyers have thirty days to appeal.",
        [("The court in Arusha", "the former mayor had ordered the roadblocks", None, False)],
        [],
    ),
    (
        "“The children were asleep when the roof came down,” a teacher, Gulnara Saparova, told a reporter at the scene. Soldiers with spades were digging in the yard. By evening they had found eleven bodies.",
        [("a teacher, Gulnara Saparova,", "“The children were asleep when the roof came down,”", None, False)],
        [],
    ),
    (
        "The Icelandic fishermen's union rejected the quota deal by a wide margin. The owners had accepted it on Friday. The fleet stays in port.",
        [],
        [("The Icelandic fishermen's union", "opposes", "quota deal"), ("The owners", "supports", "quota deal")],
    ),
    (
        "Reserve Bank governor Thabo Nkosi said inflation would fall below six per cent by March. The rand gained two cents. A trader in London said the market had expected worse.",
        [
            ("Reserve Bank governor Thabo Nkosi", "inflation would fall below six per cent by March", None, False),
            ("A trader in London", "the market had expected worse", None, False),
        ],
        [],
    ),
    (
        "The three leaders met at a farm outside Windhoek and talked for five hours. Their joint statement said the border would be marked by a mixed commission.",
        [("Their joint statement", "the border would be marked by a mixed commission", None, False)],
        [],
    ),
    (
        "The Bangladeshi cabinet approved a plan to move the refugees to an island in the delta. Aid agencies oppose the plan. The refugees' committee said nobody had asked them.",
        [("The refugees' committee", "nobody had asked them", None, False)],
        [("The Bangladeshi cabinet", "supports", "plan move refugees island"), ("Aid agencies", "opposes", "plan move refugees island")],
    ),
    (
        'Officials in Quito said on Friday the volcano had thrown ash over four provinces. Schools were closed and the airport shut at noon. "You cannot see your own hand," a bus driver in Baños said.',
        [
            ("Officials in Quito", "the volcano had thrown ash over four provinces", None, False),
            ("a bus driver in Baños", '"You cannot see your own hand,"', None, False),
        ],
        [],
    ),
    (
        "Hungary's parliament ratified the accession of Croatia on Tuesday by 333 votes to none. The Croatian ambassador, who watched from the gallery, said it was a day for tears.",
        [("The Croatian ambassador", "it was a day for tears", None, False)],
        [("Hungary's parliament", "supports", "accession Croatia ratified")],
    ),
    (
        "Malawi's churches called for the president to step down. He has been in office for eleven years. The information minister said the bishops should stick to prayer.",
        [("The information minister", "the bishops should stick to prayer", None, False)],
        [("Malawi's churches", "supports", "president step down resignation"), ("The information minister", "supports", "bishops stick prayer")],
    ),
    (
        '"I will pay back every rupee," said Haroon Malik, the owner of the collapsed savings house, as police led him to a van. Thousands of depositors had gathered outside.',
        [("Haroon Malik", '"I will pay back every rupee,"', None, False)],
        [],
    ),
    (
        "The Ministry of Health in Kinshasa reported fourteen new cases of the fever in Bikoro. A doctor there said the clinic had no gloves.",
        [("A doctor there", "the clinic had no gloves", None, False)],
        [],
    ),
    (
        "The French Senate opposes the merger of the regions. The Assembly meanwhile passed a first reading. A minister said on the radio that the map would be in force by New Year's Day.",
        [("A minister", "the map would be in force by New Year's Day", None, False)],
        [("The French Senate", "opposes", "merger regions")],
    ),
    (
        "In Chisinau some ten thousand people marched against the language law. The marchers demanded new elections. Police said there were no arrests.",
        [("Police", "there were no arrests", None, False)],
        [("The marchers", "supports", "new elections")],
    ),
    (
        "Saudi Arabia expelled two Canadian diplomats and condemned the tweets of their ministry. Ottawa said it would go on defending human rights.",
        [("Ottawa", "it would go on defending human rights", None, False)],
        [("Saudi Arabia", "opposes", "tweets")],
    ),
    (
        "A bus carrying pilgrims fell into a ravine near Potosí on Sunday. Police said the brakes had failed. A passenger said the driver had been drinking.",
        [("Police", "the brakes had failed", None, False), ("A passenger", "the driver had been drinking", None, False)],
        [],
    ),
    (
        "Fiji's chiefs endorsed the new constitution after three days of debate. Lawyers in Suva have filed a case against it.",
        [],
        [("Fiji's chiefs", "supports", "new constitution")],
    ),
    (
        "The inspector's report, published on Thursday, says the school had not been checked for nine years. The council has closed it. Parents say they found out from the newspaper.",
        [
            ("The inspector's report", "the school had not been checked for nine years", None, False),
            ("Parents", "they found out from the newspaper", None, False),
        ],
        [],
    ),
    (
        "The Kyrgyz government agreed to let the Americans use the air base for another year. The opposition wants the base closed.",
        [],
        [("The Kyrgyz government", "supports", "Americans use air base"), ("The opposition", "supports", "base closed closure close")],
    ),
    (
        "Prosecutors in Milan allege that the company paid four senators for the licence. The company's shares fell by a tenth. Its chairman said in a letter to staff that the books were clean.",
        [("Prosecutors in Milan", "the company paid four senators for the licence", None, False), ("Its chairman", "the books were clean", None, False)],
        [],
    ),
    (
        "The Zapatista command refused to return to the talks. Bishop Rafael Ortiz, the mediator, said he would wait as long as it took.",
        [("Bishop Rafael Ortiz", "he would wait as long as it took", None, False)],
        [("The Zapatista command", "opposes", "talks return")],
    ),
    (
        "“We buried him without a priest,” said Oksana Melnyk. Her village near Bakhmut has been without power since March. She sat on a crate and peeled potatoes.",
        [("Oksana Melnyk", "“We buried him without a priest,”", None, False)],
        [],
    ),
    (
        "The Nigerian navy said it had freed the crew of a Danish ship off Bonny. Two pirates were killed in the raid. Denmark's defence minister praised the operation.",
        [("The Nigerian navy", "it had freed the crew of a Danish ship off Bonny", None, False)],
        [("Denmark's defence minister", "supports", "operation")],
    ),
    (
        "The Lao government defends the dam at Xayaburi. Cambodia and Vietnam object to it. The first turbines are being tested.",
        [],
        [("The Lao government", "supports", "dam"), ("Cambodia and Vietnam", "opposes", "dam")],
    ),
    (
        "President Ferreira announced on television that the currency would be replaced at midnight. Banks will be shut for three days. Economists doubt that the new notes will hold their value.",
        [
            ("President Ferreira", "the currency would be replaced at midnight", None, False),
            ("Economists", "the new notes will hold their value", None, False),
        ],
        [],
    ),
    (
        "Ukraine's grain traders welcomed the opening of the corridor. The first ship left Odessa with 26,000 tonnes of maize. A harbour official said sixteen more were waiting.",
        [("A harbour official", "sixteen more were waiting", None, False)],
        [("Ukraine's grain traders", "supports", "opening corridor")],
    ),
    (
        "The Mauritanian authorities freed the last of the anti-slavery campaigners on Tuesday. His wife said he had lost twenty kilos. The African Commission had called for his release.",
        [("His wife", "he had lost twenty kilos", None, False)],
        [("The African Commission", "supports", "release campaigners")],
    ),
    (
        "The weather office in Manila said the typhoon would reach Samar before dawn. Some 90,000 people have been moved inland. Ferries are tied up in every port from Legazpi to Cebu.",
        [("The weather office in Manila", "the typhoon would reach Samar before dawn", None, False)],
        [],
    ),
    (
        "The Constitutional Council in Dakar rejected the candidacy of the former mayor. His party denounced the decision and called its supporters to the streets.",
        [],
        [("The Constitutional Council in Dakar", "opposes", "candidacy former mayor"), ("His party", "opposes", "decision")],
    ),
    (
        '"You have my word," the Nicaraguan president told the bishops. The bishops had asked for the release of the students. None has been freed so far.',
        [("the Nicaraguan president", '"You have my word,"', None, False)],
        [("The bishops", "supports", "release students")],
    ),
]

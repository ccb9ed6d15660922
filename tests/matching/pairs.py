"""Invented pairs of claims by slot: the newer, the earlier, and words that the reasons must have.

All people, places and events are invented.
"""

from app.matching import Sameness

SAME, CHANGED, CONTRADICTS = Sameness.SAME, Sameness.CHANGED, Sameness.CONTRADICTS

FIGURE = [
    (
        "The Ossel tunnel will cost 250 m crowns.",
        "The Ossel tunnel will cost 350 m crowns.",
        "350 m crowns -> 250 m crowns",
    ),
    ("The fund lost $1.5 bn on the deal.", "The fund lost $1.4 bn on the deal.", "$1.4 bn -> $1.5 bn"),
    ("The reform creates 12,000 jobs in Tarn.", "The reform creates 1,200 jobs in Tarn.", "1,200 -> 12,000"),
    ("Three bridges in Wessen are unsafe.", "Four bridges in Wessen are unsafe.", "Four -> Three"),
    ("Rents in Averby rose by 4 percent.", "Rents in Averby rose by 7 percent.", "7 percent -> 4 percent"),
    (
        "Half of the pupils in Dorne skip breakfast.",
        "A third of the pupils in Dorne skip breakfast.",
        "A third -> Half",
    ),
    (
        "Two-thirds of the forest has burned.",
        "Three quarters of the forest has burned.",
        "Three quarters -> Two-thirds",
    ),
    ("One in five nurses plans to quit.", "One in ten nurses plans to quit.", "One in ten -> One in five"),
    ("Twenty-one people were hurt in the fire.", "Twelve people were hurt in the fire.", "Twelve -> Twenty-one"),
    ("The line carries 90,000 passengers a day.", "The line carries 60,000 passengers a day.", "60,000"),
    ("The harbour handled two million tonnes.", "The harbour handled three million tonnes.", "three million tonnes"),
    (
        "Prices of bread have doubled since the flood.",
        "Prices of bread have tripled since the flood.",
        "tripled -> doubled",
    ),
    ("This is the third strike at the mill.", "This is the second strike at the mill.", "second -> third"),
    (
        "Nearly half of voters back the plan.",
        "More than half of voters back the plan.",
        "More than half -> Nearly half",
    ),
    ("Up to 500 homes will be built in Lisk.", "500 homes will be built in Lisk.", "500 -> Up to 500"),
    ("At least 40 miners were trapped at Gorrin.", "40 miners were trapped at Gorrin.", "40 -> At least 40"),
    (
        "Fewer than 30 beds are free in Corvale.",
        "More than 30 beds are free in Corvale.",
        "More than 30 -> Fewer than 30",
    ),
    ("Between 10 and 15 wells ran dry.", "Between 20 and 25 wells ran dry.", "20 and 25 -> 10 and 15"),
    ("Hundreds of farms in Oster are for sale.", "Thousands of farms in Oster are for sale.", "Thousands -> Hundreds"),
    ("The council closed 5 pools and 2 libraries.", "The council closed 2 pools and 5 libraries.", None),
    ("The ferry makes six trips to Skell.", "The ferry makes nine trips to Skell.", "nine -> six"),
    ("The vote on the budget was 54 to 46.", "The vote on the budget was 52 to 48.", "52 to 48 -> 54 to 46"),
    ("Debt stands at 1.2 trillion crowns.", "Debt stands at 1.9 trillion crowns.", "1.9 trillion crowns"),
    ("The army bought 14 new helicopters.", "The army bought 24 new helicopters.", "24 -> 14"),
]
UNIT = [
    ("The Ossel tunnel will cost 350 billion crowns.", "The Ossel tunnel will cost 350 million crowns.", "350 million"),
    ("The pipeline is 80 miles long.", "The pipeline is 80 kilometres long.", "80 kilometres -> 80 miles"),
    ("The levy raises 5 million euros.", "The levy raises 5 million dollars.", "5 million dollars -> 5 million euros"),
    (
        "Unemployment fell by 2 percentage points.",
        "Unemployment fell by 2 percent.",
        "2 percent -> 2 percentage points",
    ),
    ("Guards earn £15 a day at the port.", "Guards earn £15 an hour at the port.", "£15 an hour -> £15 a day"),
    ("The reservoir holds 40 million gallons.", "The reservoir holds 40 million litres.", "40 million litres"),
    ("The repair took nine weeks in Brill.", "The repair took nine days in Brill.", "nine days -> nine weeks"),
    ("The plant emits 30 tonnes of dust.", "The plant emits 30 kilograms of dust.", "30 kilograms -> 30 tonnes"),
    (
        "The estate covers 600 acres near Holm.",
        "The estate covers 600 hectares near Holm.",
        "600 hectares -> 600 acres",
    ),
    (
        "The grant is 70 m crowns a month.",
        "The grant is 70 m crowns a year.",
        "70 m crowns a year -> 70 m crowns a month",
    ),
    ("The wall is nine feet high.", "The wall is nine metres high.", "nine metres -> nine feet"),
    ("The farm produces 20 megawatts.", "The farm produces 20 gigawatts.", "20 gigawatts -> 20 megawatts"),
]
DATE = [
    ("Crime in Tarn peaked in 2016.", "Crime in Tarn peaked in 2014.", "2014 -> 2016"),
    ("The dam at Lisk will open in March 2027.", "The dam at Lisk will open in May 2027.", "May 2027 -> March 2027"),
    (
        "The bank of Oster failed on 3 June 2019.",
        "The bank of Oster failed on 9 June 2019.",
        "9 June 2019 -> 3 June 2019",
    ),
    ("Exports have fallen since the 1990s.", "Exports have fallen since the 1980s.", "1980s -> 1990s"),
    ("The mine in Gorrin closes next year.", "The mine in Gorrin closes this year.", "this year -> next year"),
    ("Wages in the mill rose last month.", "Wages in the mill rose last year.", "last year -> last month"),
    ("The school at Brill was built in 1962.", "The school at Brill was built in 1926.", "1926 -> 1962"),
    ("The treaty with Norrin ends in 2031.", "The treaty with Norrin ends in 2030.", "2030 -> 2031"),
    ("The trial of the mayor starts on September 4.", "The trial of the mayor starts on September 14.", "September 14"),
    (
        "The levy was abolished in January 2020.",
        "The levy was abolished in January 2021.",
        "January 2021 -> January 2020",
    ),
]
SCOPE = [
    ("All hospitals in Dorne are full.", "Most hospitals in Dorne are full.", "Most -> All"),
    ("Wessen has one of the highest taxes in the region.", "Wessen has the highest taxes in the region.", "One of"),
    ("Only teachers will get the bonus.", "Teachers will get the bonus.", "Only"),
    ("Some members of the club opposed the sale.", "All members of the club opposed the sale.", "All -> Some"),
    ("The harbour may close after the storm.", "The harbour will close after the storm.", "will -> may"),
    (
        "The council must repair the lifts in Averby.",
        "The council should repair the lifts in Averby.",
        "should -> must",
    ),
    ("The buses in Corvale are always late.", "The buses in Corvale are often late.", "often -> always"),
    ("Few farmers in Oster use the new seed.", "Many farmers in Oster use the new seed.", "Many -> Few"),
    ("Averby has the higher rents of the two ports.", "Averby has the highest rents of the two ports.", "highest"),
    ("The levy probably hurts small shops in Lisk.", "The levy hurts small shops in Lisk.", "probably"),
    ("Almost every pupil in Brill owns a bicycle.", "Every pupil in Brill owns a bicycle.", "Almost"),
    ("The mayor rarely visits the islands.", "The mayor often visits the islands.", "often -> rarely"),
]
POLARITY = [
    ("The minister did not meet the bankers in Oster.", "The minister met the bankers in Oster.", None),
    ("The reactor at Holm is not safe.", "The reactor at Holm is safe.", None),
    ("The company never paid the fine.", "The company paid the fine.", None),
    ("Nobody in the cabinet knew about the letter.", "Everybody in the cabinet knew about the letter.", None),
    ("There is no evidence of fraud in the Tarn election.", "There is evidence of fraud in the Tarn election.", None),
    ("The army failed to reach the valley.", "The army reached the valley.", None),
    ("It is false that the bank received aid from the state.", "The bank received aid from the state.", None),
    ("It isn't true that the mill is closing.", "The mill is closing.", None),
    ("Crime in Averby fell under the new chief.", "Crime in Averby rose under the new chief.", "rose -> fell"),
    (
        "The union supports the merger with Brandel.",
        "The union opposes the merger with Brandel.",
        "opposes -> supports",
    ),
    ("The ferry is legal under the old treaty.", "The ferry is illegal under the old treaty.", "illegal -> legal"),
    ("The governor accepted the gift from the firm.", "The governor rejected the gift from the firm.", None),
    ("The party will lose the vote in Dorne.", "The party will win the vote in Dorne.", "win -> lose"),
    ("The strike ended before the parade in Lisk.", "The strike ended after the parade in Lisk.", "after -> before"),
    ("The refinery cannot meet the new limits.", "The refinery can meet the new limits.", None),
    ("The state refused to pay the ransom for the crew.", "The state paid the ransom for the crew.", None),
    ("The museum opened without the permit.", "The museum opened with the permit.", None),
    ("The new road to Skell is unnecessary.", "The new road to Skell is necessary.", None),
    ("The town is no longer a member of the water league.", "The town is a member of the water league.", None),
    ("The senator doesnt own shares in the quarry.", "The senator owns shares in the quarry.", None),
    ("The bridge has yet to be inspected by the county.", "The bridge has been inspected by the county.", None),
    ("The judge found the treasurer guilty of theft.", "The judge found the treasurer innocent of theft.", None),
    ("The bill would weaken the rules for landlords.", "The bill would strengthen the rules for landlords.", None),
    ("Imports of steel from Norrin have increased.", "Imports of steel from Norrin have decreased.", None),
]
ENTITY = [
    ("The talks with Norrin were held in Averby.", "The talks with Sudmark were held in Averby.", "Sudmark -> Norrin"),
    ("The plant belongs to the Brandel Group.", "The plant belongs to the Hellmer Group.", "Hellmer"),
    (
        "The contract went to Ilka Tamm without a tender.",
        "The contract went to Jonas Rehm without a tender.",
        "Jonas Rehm",
    ),
    ("The ship was built in Corvale for the navy.", "The ship was built in Wessen for the navy.", "Wessen -> Corvale"),
    ("Aid for Skell was stopped by the cabinet.", "Aid for Holm was stopped by the cabinet.", "Holm"),
    ("The envoy flew to Oster with the letter.", "The envoy flew to Gorrin with the letter.", "Gorrin -> Oster"),
    ("The Harbour Party will leave the coalition.", "The Meadow Party will leave the coalition.", "Meadow"),
    ("The minister told Tamm about the leak.", "The minister told Rehm about the leak.", "Rehm -> Tamm"),
]
ROLES = [
    ("The union sued the company over the pay deal.", "The company sued the union over the pay deal."),
    ("Wessen lent Norrin the money for the port.", "Norrin lent Wessen the money for the port."),
    ("The guards were attacked by the prisoners.", "The guards attacked the prisoners."),
    ("Brandel bought Hellmer for a small sum.", "Hellmer bought Brandel for a small sum."),
    ("The mayor accused the editor of lying to the court.", "The editor accused the mayor of lying to the court."),
]
WORDING = [
    ("The museum in Brill is famous for its clocks.", "The museum in Brill is famous for its coins."),
    ("The minister promised farmers a new canal.", "The minister promised farmers a new railway."),
    ("The storm destroyed the old mill at Holm.", "The storm flooded the old mill at Holm."),
    ("The suspect was seen leaving the theatre.", "The suspect was filmed entering a bakery."),
    ("The council wants to sell the town hall.", "The council wants to paint the town hall."),
    ("The treaty protects the herring in the bay.", "The treaty protects the seals in the bay."),
]
IDENTICAL = [
    ("The Ossel tunnel will open next spring.", "The Ossel tunnel will open next spring."),
    ("“The Ossel tunnel will open on time,”", "The Ossel tunnel will open on time."),
    ("We have the lowest unemployment in the region.", "We have the lowest unemployment in the region"),
    ("He did not take the money from Brandel.", "He didn't take the money from Brandel."),
    ("The U.S. has sent 40 engineers to Skell.", "The United States has sent 40 engineers to Skell."),
    ("THE MILL WILL CLOSE IN JUNE.", "The mill will close in June."),
]
ROUNDING = [
    ("The fund lost 1,400 million dollars.", "The fund lost $1.4 bn."),
    ("The fund lost $1.38 billion on the deal.", "The fund lost $1.4 billion on the deal."),
    ("Nearly half of voters back the plan.", "47 percent of voters back the plan."),
    ("More than 40,000 people live in Tarn.", "40,350 people live in Tarn."),
    ("About 200 houses were lost in the fire.", "Some 200 houses were lost in the fire."),
    ("The wall is five miles long.", "The wall is 8 km long."),
    ("The reform costs 2.5 million crowns.", "The reform costs two and a half million crowns."),
    ("The reform costs half a million crowns.", "The reform costs 500,000 crowns."),
    ("Three in four pupils passed the test.", "75 per cent of pupils passed the test."),
    ("Two-thirds of homes in Lisk have no gas.", "67 percent of homes in Lisk have no gas."),
    ("A dozen ships are waiting off Averby.", "Twelve ships are waiting off Averby."),
    ("The bridge carries 1.2 m lorries a year.", "The bridge carries 1,200,000 lorries annually."),
    ("The journey takes 24 hours by ferry.", "The journey takes one day by ferry."),
    ("Hundreds of farms were flooded in May.", "430 farms were flooded in May."),
]
DOUBLE_NEGATION = [
    ("It is not false that the bank received aid from the state.", "The bank received aid from the state."),
    ("It is not untrue that the mill is closing.", "The mill is closing."),
    ("It is not the case that the governor did not sign the order.", "The governor signed the order."),
    ("It is not true that the ferry never sailed to Skell.", "The ferry sailed to Skell."),
]
MOVED = [
    ("In Averby, rents rose by 4 percent.", "Rents rose by 4 percent in Averby."),
    ("On 3 June 2019 the bank of Oster failed.", "The bank of Oster failed on 3 June 2019."),
]

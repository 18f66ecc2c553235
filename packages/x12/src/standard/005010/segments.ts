// Segments of release 005010, in the standard's own notation: a line `ID name`, then one line per element
// (place, data element or composite, requirement, type, least/most length, name) and the syntax notes.
// A question mark marks what only one source says: it is reported as information and never rejects data.
export const segments = `
ACK Line item acknowledgment
01 668 M ID 2/2 Line item status
02 380 X R 1/15 Quantity
03 355 X ID 2/2 Unit of measure
04 374 O ID 3/3 Date qualifier
05 373 X DT 8/8 Date
06 326 O AN 1/45 Request reference number
07 235 X ID 2/2 Product id qualifier
08 234 X AN 1/48 Product id
09 235 X ID 2/2 Product id qualifier
10 234 X AN 1/48 Product id
11 235 X ID 2/2 Product id qualifier
12 234 X AN 1/48 Product id
13 235 X ID 2/2 Product id qualifier
14 234 X AN 1/48 Product id
15 235 X ID 2/2 Product id qualifier
16 234 X AN 1/48 Product id
17 235 X ID 2/2 Product id qualifier
18 234 X AN 1/48 Product id
19 235 X ID 2/2 Product id qualifier
20 234 X AN 1/48 Product id
21 235 X ID 2/2 Product id qualifier
22 234 X AN 1/48 Product id
23 235 X ID 2/2 Product id qualifier
24 234 X AN 1/48 Product id
25 235 X ID 2/2 Product id qualifier
26 234 X AN 1/48 Product id
27 559 X ID 2/2 Agency
28 822 O AN 1/15 Code list source
29 1271 X AN 1/30 Industry code
notes P0203 C0405 P0708 P0910 P1112 P1314 P1516 P1718 P1920 P2122 P2324 P2526

ADV Advertising audience data
01 559 M ID 2/2 Agency
02 1000 M ID 2/3 Service characteristic kind
03 740 X R 1/20 Range low
04 741 X R 1/20 Range high
05 729 O AN 1/6 Category
06 1000 X ID 2/3 Service characteristic kind
07 739 X R 1/20 Measured value

AMT Monetary amount with its purpose
01 522 M ID 1/3 Amount qualifier
02 782 M R 1/18 Amount
03 478 O ID 1/1 Credit or debit

AT9 Equipment dimensions and weight
01 567 O N0 4/5 Equipment length
02 65 O R 1/8 Height
03 189 O R 1/8 Width
04 187 X ID 1/2 Weight qualifier
05 188 X ID 1/1 Weight unit
06 81 X R 1/10 Weight
07 184 X ID 1/1 Volume unit
08 183 X R 1/8 Volume
notes P040506 P0708

BAK Start of order acknowledgment
01 353 M ID 2/2 Transaction set purpose
02 587 M ID 2/2 Acknowledgment type
03 324 M AN 1/22 Purchase order number
04 373 M DT 8/8 Purchase order date
05 328 O AN 1/30 Release number
06 326 O AN 1/45 Request reference number
07 367 O AN 1/30 Contract number
08 127 O AN 1/50 Reference number
09 373 O DT 8/8 Acknowledgment date
10 640 O ID 2/2 Transaction type

BAL Balance amount
01 951 M ID 1/2 Balance type
02 522 M ID 1/3 Amount qualifier
03 782 M R 1/18 Amount

BEG Start of purchase order
01 353 M ID 2/2 Transaction set purpose
02 92 M ID 2/2 Purchase order type
03 324 M AN 1/22 Purchase order number
04 328 O AN 1/30 Release number
05 373 M DT 8/8 Purchase order date
06 367 O AN 1/30 Contract number
07 587 O ID 2/2 Acknowledgment type
08 1019 O ID 3/3 Invoice type
09 1166 O ID 2/2 Contract type
10 1232 O ID 2/2 Purchase category
11 786 O ID 2/2 Security level
12 640 O ID 2/2 Transaction type

BIG Start of invoice
01 373 M DT 8/8 Invoice date
02 76 M AN 1/22 Invoice number
03 373 O DT 8/8 Purchase order date
04 324 O AN 1/22 Purchase order number
05 328 O AN 1/30 Release number
06 327 O AN 1/8 Change order number
07 640 O ID 2/2 Transaction type
08 353 O ID 2/2 Transaction set purpose
09 306 O ID 1/2 Action
10 76 O AN 1/22 Related invoice number
11 1005 O ID 4/4 Level structure

BSN Start of ship notice
01 353 M ID 2/2 Transaction set purpose
02 396 M AN 2/30 Shipment number
03 373 M DT 8/8 Date
04 337 M TM 4/8 Time
05 1005 O ID 4/4 Level structure
06 640 X ID 2/2 Transaction type
07 641 O ID 3/3 Status reason
notes C0706

CAD Carrier and routing of the shipment
01 91 M ID 1/2 Transport mode
02 206 O AN 1/4 Equipment initial
03 207 O AN 1/15 Equipment number
04 140 X ID 2/4 Carrier code
05 387 X AN 1/35 Routing
06 368 O ID 2/2 Shipment or order status
07 128 O ID 2/3 Reference qualifier
08 127 X AN 1/50 Reference number
09 284 O ID 2/2 Service level
notes R0405 C0708

CB1 Contract cost accounting data
01 - M? AN? 2/2 Element 1
02 - O AN? 1/1 Element 2

CLD Load detail
01 622 M N0 1/5 Number of loads
02 382 M R 1/10 Units shipped
03 103 O AN 3/5 Packaging
04 357 X R 1/8 Size of one unit
05 355 O ID 2/2 Unit of measure
notes C0504

CN1 Contract terms
01 1166 M ID 2/2 Contract type
02 782 O R 1/18 Amount
03 332 O R 1/6 Percent
04 127 O AN 1/50 Reference number
05 338 O R 1/6 Discount percent
06 799 O AN 1/30 Version

CRC Conditions
01 1136 M ID 2/2 Condition category
02 1073 M ID 1/1 Yes or no
03 1321 M ID 2/3 Condition
04 1321 O ID 2/3 Condition
05 1321 O ID 2/3 Condition
06 1321 O ID 2/3 Condition
07 1321 O ID 2/3 Condition

CSH Sale requirements
01 563 O ID 1/2 Sale requirement
02 306 O ID 1/2 Action
03 610 O N2 1/15 Amount
04 508 O AN 1/35 Account number
05 373 O DT 8/8 Date
06 559 X ID 2/2 Agency
07 560 X ID 2/10 Special service
08 566 O ID 1/2 Substitution rule
09 954 X R 1/10 Percentage
10 1004 X ID 1/2 Percentage of
notes P0607 P0910

CTB Conditions and restrictions
01 688 M ID 2/2 Restriction type
02 352 O AN 1/80 Description
03 673 X ID 2/2 Quantity qualifier
04 380 X R 1/15 Quantity
05 522 X ID 1/3 Amount qualifier
06 610 X N2 1/15 Amount
07 C001 O Composite unit
notes P0304 P0506

CTP Pricing
01 687 O ID 2/2 Class of trade
02 236 X ID 3/3 Price qualifier
03 212 X R 1/17 Unit price
04 380 X R 1/15 Quantity
05 C001 X Composite unit
06 648 O ID 3/3 Price multiplier kind
07 649 X R 1/10 Multiplier
08 782 O R 1/18 Amount
09 639 O ID 2/2 Unit price basis
10 499 O AN 1/10 Condition value
11 289 O N0 1/2 Multiple price quantity
notes P0405 C0607 C0902 C1002 C1103

CTT Line count and hash total
01 354 M N0 1/6 Line count
02 347 O R 1/10 Hash total
03 81 X R 1/10 Weight
04 355 X ID 2/2 Weight unit
05 183 X R 1/8 Volume
06 355 X ID 2/2 Volume unit
07 352 O AN 1/80 Description
notes P0304 P0506

CUR Currency
01 98 M ID 2/3 Party role
02 100 M ID 3/3 Currency
03 280 O R 4/10 Exchange rate
04 98 O ID 2/3 Second party role
05 100 O ID 3/3 Second currency
06 669 O ID 3/3 Exchange market
07 374 X ID 3/3 Date qualifier
08 373 O DT 8/8 Date
09 337 O TM 4/8 Time
10 374 X ID 3/3 Date qualifier
11 373 X DT 8/8 Date
12 337 X TM 4/8 Time
13 374 X ID 3/3 Date qualifier
14 373 X DT 8/8 Date
15 337 X TM 4/8 Time
16 374 X ID 3/3 Date qualifier
17 373 X DT 8/8 Date
18 337 X TM 4/8 Time
19 374 X ID 3/3 Date qualifier
20 373 X DT 8/8 Date
21 337 X TM 4/8 Time
notes C0807 C0907 L101112 C1110 C1210 L131415 C1413 C1513 L161718 C1716 C1816 L192021 C2019 C2119

DIS Discount detail
01 653 M ID 3/3 Discount kind
02 654 M ID 2/2 Discount basis
03 655 M R 1/10 Discount basis value
04 656 M ID 2/3 Discount limit kind
05 657 M N0 1/10 Discount limit
06 658 O N0 1/10 Upper discount limit

DMG Person data
01 1250 X ID 2/3 Date format
02 1251 X AN 1/35 Date period
03 1068 O ID 1/1 Gender
04 1067 O ID 1/1 Marital status
05 C056 X x10 Race or ethnicity
06 1066 O ID 1/2 Citizenship
07 26 O ID 2/3 Country
08 659 O ID 1/2 Basis of verification
09 380 O R 1/15 Quantity
10 1270 X ID 1/3 Code list
11 1271 X AN 1/30 Industry code
notes P0102 P1011 C1105

DTM Date and time with its purpose
01 374 M ID 3/3 Date qualifier
02 373 X DT 8/8 Date
03 337 X TM 4/8 Time
04 623 O ID 2/2 Time zone
05 1250 X ID 2/3 Date format
06 1251 X AN 1/35 Date period
notes R020305 C0403 P0506

DTP Date or period
01 374 M ID 3/3 Date qualifier
02 1250 M ID 2/3 Date format
03 1251 M AN 1/35 Date period

EFI Electronic file identification
01 786 M ID 2/2 Security level
02 933 O AN 1/264 Message text
03 797 O ID 2/2 Security technique
04 799 O AN 1/30 Version
05 802 O AN 1/30 Program
06 799 O AN 1/30 Version
07 - O AN? 1/30 Element 7
08 - O AN? 1/30 Element 8
09 - O AN? 1/30 Element 9
10 - O AN? 2/2 Element 10
11 - O AN? 1/64 Element 11
12 - O AN? 1/4 Element 12
13 - O R? 1/15 Element 13
14 - O R? 1/5 Element 14
15 - O AN? 1/30 Element 15
16 - O AN? 3/3 Element 16

ETD Extra transport cost detail
01 626 M ID 1/2 Extra transport reason
02 627 M ID 1/1 Extra transport responsibility
03 128 X ID 2/3 Reference qualifier
04 127 X AN 1/50 Reference number
05 91 O ID 1/2 Transport mode
notes P0304

FA1 Accounting data agency
01 559 M ID 2/2 Agency
02 1300 O ID 4/4 Allowance, charge or service code
03 248 O ID 1/1 Allowance or charge

FA2 Accounting data
01 1195 M ID 2/2 Accounting breakdown code
02 1196 M AN 1/80 Accounting value

FOB Freight payment and delivery terms
01 146 M ID 2/2 Freight payment
02 309 X ID 1/2 Location qualifier
03 352 O AN 1/80 Description
04 334 O ID 2/2 Transport terms system
05 335 X ID 3/3 Transport terms
06 309 X ID 1/2 Location qualifier
07 352 O AN 1/80 Description
08 54 O ID 2/2 Risk of loss
09 352 X AN 1/80 Description
notes C0302 C0405 C0706 C0809

G61 Contact
01 366 M ID 2/2 Contact function
02 93 M AN 1/60 Name
03 365 X ID 2/2 Communication number qualifier
04 364 X AN 1/256 Communication number
05 443 O AN 1/20 Contact reference
notes P0304

GF Furnished goods and services
01 128 X ID 2/3 Reference qualifier
02 127 X AN 1/50 Reference number
03 367 O AN 1/30 Contract number
04 782 O R 1/18 Amount
05 128 X ID 2/3 Reference qualifier
06 127 X AN 1/50 Reference number
07 328 O AN 1/30 Release number
08 128 X ID 2/3 Reference qualifier
09 127 X AN 1/50 Reference number
notes P0102 P0506 P0809

HL Hierarchical level
01 628 M AN 1/12 Level id
02 734 O AN 1/12 Parent level id
03 735 M ID 1/2 Level
04 736 O ID 1/1 Has children

IN2 Name component
01 1104 M ID 2/2 Name part
02 93 M AN 1/60 Name
03 - O AN? 1/60 Element 3

INC Instalment terms
01 336 M ID 2/2 Terms type
02 C001 M Composite unit
03 380 M R 1/15 Instalments
04 380 O R 1/15 Instalment number
05 782 O R 1/18 Amount
06 - O AN? 1/3 Element 6

ISS Shipment totals
01 382 X R 1/10 Units shipped
02 355 X ID 2/2 Shipped unit
03 81 X R 1/10 Weight
04 355 X ID 2/2 Weight unit
05 183 X R 1/8 Volume
06 355 X ID 2/2 Volume unit
07 380 O R 1/15 Quantity
08 81 O R? 1/10 Total weight
notes P0102 P0304 P0506 R010305

IT1 Invoice line
01 350 O AN 1/20 Assigned identification
02 358 X R 1/15 Quantity invoiced
03 355 X ID 2/2 Unit of measure
04 212 X R 1/17 Unit price
05 639 O ID 2/2 Unit price basis
06 235 X ID 2/2 Product id qualifier
07 234 X AN 1/48 Product id
08 235 X ID 2/2 Product id qualifier
09 234 X AN 1/48 Product id
10 235 X ID 2/2 Product id qualifier
11 234 X AN 1/48 Product id
12 235 X ID 2/2 Product id qualifier
13 234 X AN 1/48 Product id
14 235 X ID 2/2 Product id qualifier
15 234 X AN 1/48 Product id
16 235 X ID 2/2 Product id qualifier
17 234 X AN 1/48 Product id
18 235 X ID 2/2 Product id qualifier
19 234 X AN 1/48 Product id
20 235 X ID 2/2 Product id qualifier
21 234 X AN 1/48 Product id
22 235 X ID 2/2 Product id qualifier
23 234 X AN 1/48 Product id
24 235 X ID 2/2 Product id qualifier
25 234 X AN 1/48 Product id
notes P020304 P0607 P0809 P1011 P1213 P1415 P1617 P1819 P2021 P2223 P2425

IT3 Line shipping detail
01 382 X R 1/10 Units shipped
02 355 X ID 2/2 Unit of measure
03 368 O ID 2/2 Shipment or order status
04 383 O R 1/9 Quantity difference
05 371 O ID 2/2 Change reason
notes P0102

IT8 Line sale conditions
01 563 O ID 1/2 Sale requirement
02 306 O ID 1/2 Action
03 610 O N2 1/15 Amount
04 508 O AN 1/35 Account number
05 373 O DT 8/8 Date
06 559 O ID 2/2 Agency
07 566 O ID 1/2 Substitution rule
08 235 X ID 2/2 Product id qualifier
09 234 X AN 1/48 Product id
10 235 X ID 2/2 Product id qualifier
11 234 X AN 1/48 Product id
12 235 X ID 2/2 Product id qualifier
13 234 X AN 1/48 Product id
14 235 X ID 2/2 Product id qualifier
15 234 X AN 1/48 Product id
16 235 X ID 2/2 Product id qualifier
17 234 X AN 1/48 Product id
18 235 X ID 2/2 Product id qualifier
19 234 X AN 1/48 Product id
20 235 X ID 2/2 Product id qualifier
21 234 X AN 1/48 Product id
22 235 X ID 2/2 Product id qualifier
23 234 X AN 1/48 Product id
24 235 X ID 2/2 Product id qualifier
25 234 X AN 1/48 Product id
26 235 X ID 2/2 Product id qualifier
27 234 X AN 1/48 Product id
notes P0809 P1011 P1213 P1415 P1617 P1819 P2021 P2223 P2425 P2627

ITD Payment terms
01 336 O ID 2/2 Terms type
02 333 O ID 1/2 Terms basis date
03 338 O R 1/6 Discount percent
04 370 X DT 8/8 Discount due date
05 351 X N0 1/3 Discount days
06 446 O DT 8/8 Net due date
07 386 O N0 1/3 Net days
08 362 O N2 1/10 Discount amount
09 388 O DT 8/8 Deferred due date
10 389 X N2 1/10 Deferred amount
11 342 X R 1/5 Percent of invoice payable
12 352 O AN 1/80 Description
13 765 X N0 1/2 Day of month
14 107 O ID 1/2 Payment method
15 954 O R 1/10 Percentage
notes L03040513 L08040513 L091011

L7 Tariff reference
01 213 O N0 1/3 Lading line number
02 168 O ID 1/4 Tariff agency
03 171 O AN 1/7 Tariff number
04 172 O ID 1/2 Tariff section
05 169 O AN 1/16 Tariff item
06 170 O AN 1/2 Tariff item part
07 59 O AN 2/5 Freight class
08 173 O ID 1/4 Tariff supplement
09 46 O ID 4/4 Ex parte reference
10 373 O DT 8/8 Date
11 119 O AN 1/6 Rate basis number
12 227 O ID 1/2 Tariff column
13 294 O N0 1/5 Tariff distance
14 295 O ID 1/1 Distance qualifier
15 19 O AN 2/30 City
16 156 O ID 2/2 State or province

LDT Lead time
01 345 M ID 2/2 Lead time type
02 380 M R 1/15 Quantity
03 344 M ID 2/2 Time period unit
04 373 O DT 8/8 Date

LE End of a bounded loop
01 447 M AN 1/4 Loop identifier

LEP Environmental data
01 806 O AN 4/6 Waste stream number
02 807 O AN 12/16 Waste characteristics
03 156 X ID 2/2 State or province
04 127 O AN 1/50 Reference number
notes C0403

LFH Hazardous material special text
01 808 M ID 3/3 Hazard text kind
02 809 M AN 1/25 Hazard text
03 809 O AN 1/25 Hazard text
04 1023 O ID 1/1 Hazard zone
05 355 X ID 2/2 Unit of measure
06 380 X R 1/15 Quantity
07 380 O R 1/15 Quantity
08 373 O DT 8/8 Date
notes P0506

LH1 Hazardous material identity
01 355 M ID 2/2 Unit of measure
02 80 M N0 1/7 Number of packages
03 277 O ID 6/6 UN or NA number kind
04 200 O ID 1/6 Hazardous material page
05 22 O AN 1/30 Commodity code
06 355 X ID 2/2 Unit of measure
07 380 X R 1/15 Quantity
08 595 O ID 1/1 Compartment
09 665 O ID 1/1 Residue indicator
10 254 O ID 1/3 Packing group
11 1375 O ID 1/5 Interim hazard number
notes P0607

LH2 Hazardous material class
01 215 O AN 1/30 Hazard classification
02 983 O ID 1/1 Hazard class qualifier
03 218 O AN 14/40 Hazard placard note
04 222 O AN 4/25 Hazard endorsement
05 759 O ID 2/2 Reportable quantity
06 355 X ID 2/2 Unit of measure
07 408 X R 1/4 Temperature
08 355 X ID 2/2 Unit of measure
09 408 X R 1/4 Temperature
10 355 X ID 2/2 Unit of measure
11 408 X R 1/4 Temperature
12 188 X ID 1/1 Weight unit
13 267 X N0 1/10 Net explosive quantity
notes P0607 P0809 P1011 P1213

LH3 Hazardous material shipping name
01 224 X AN 1/25 Hazardous shipping name
02 984 X ID 1/1 Hazard name qualifier
03 985 O ID 3/3 N.O.S. indicator
04 1073 O ID 1/1 Yes or no
notes P0102

LH4 Dangerous goods data, Canada
01 238 O AN 1/12 Emergency plan number
02 364 O AN 1/256 Communication number
03 254 O ID 1/3 Packing group
04 230 O AN 1/3 Subsidiary hazard class
05 230 O AN 1/3 Subsidiary hazard class
06 230 O AN 1/3 Subsidiary hazard class
07 271 O AN 1/2 Subsidiary risk
08 267 O N0 1/10 Net explosive quantity
09 805 O AN 1/25 Canadian hazard note
10 986 O ID 1/1 Special commodity
11 364 O AN 1/256 Communication number
12 355 O ID 2/2 Unit of measure

LHE Empty equipment hazard data
01 224 M AN 1/25 Hazardous shipping name
02 218 M AN 14/40 Hazard placard note
03 128 M ID 2/3 Reference qualifier
04 127 M AN 1/50 Reference number
05 - O AN? 2/2 Element 5

LHR Hazardous material reference
01 128 M ID 2/3 Reference qualifier
02 127 M AN 1/50 Reference number
03 373 O DT 8/8 Date

LHT Cross border hazard data
01 215 O AN 1/30 Hazard classification
02 218 O AN 14/40 Hazard placard note
03 222 O AN 4/25 Hazard endorsement

LIN Item identification
01 350 O AN 1/20 Assigned identification
02 235 M ID 2/2 Product id qualifier
03 234 M AN 1/48 Product id
04 235 X ID 2/2 Product id qualifier
05 234 X AN 1/48 Product id
06 235 X ID 2/2 Product id qualifier
07 234 X AN 1/48 Product id
08 235 X ID 2/2 Product id qualifier
09 234 X AN 1/48 Product id
10 235 X ID 2/2 Product id qualifier
11 234 X AN 1/48 Product id
12 235 X ID 2/2 Product id qualifier
13 234 X AN 1/48 Product id
14 235 X ID 2/2 Product id qualifier
15 234 X AN 1/48 Product id
16 235 X ID 2/2 Product id qualifier
17 234 X AN 1/48 Product id
18 235 X ID 2/2 Product id qualifier
19 234 X AN 1/48 Product id
20 235 X ID 2/2 Product id qualifier
21 234 X AN 1/48 Product id
22 235 X ID 2/2 Product id qualifier
23 234 X AN 1/48 Product id
24 235 X ID 2/2 Product id qualifier
25 234 X AN 1/48 Product id
26 235 X ID 2/2 Product id qualifier
27 234 X AN 1/48 Product id
28 235 X ID 2/2 Product id qualifier
29 234 X AN 1/48 Product id
30 235 X ID 2/2 Product id qualifier
31 234 X AN 1/48 Product id
notes P0405 P0607 P0809 P1011 P1213 P1415 P1617 P1819 P2021 P2223 P2425 P2627 P2829 P3031

LM Source of a code
01 559 M ID 2/2 Agency
02 822 O AN 1/15 Code list source

LQ Industry code
01 1270 O ID 1/3 Code list
02 1271 X AN 1/30 Industry code
notes C0102

LS Start of a bounded loop
01 447 M AN 1/4 Loop identifier

MAN Marks and numbers
01 88 M ID 1/2 Mark qualifier
02 87 M AN 1/48 Mark
03 87 O AN 1/48 Mark range end
04 88 X ID 1/2 Second mark qualifier
05 87 X AN 1/48 Second mark
06 87 O AN 1/48 Second mark range end
notes P0405 C0605

MEA Measurement
01 737 O ID 2/2 Measurement reference
02 738 O ID 1/3 Measurement qualifier
03 739 X R 1/20 Measured value
04 C001 X Composite unit
05 740 X R 1/20 Range low
06 741 X R 1/20 Range high
07 935 O ID 2/2 Measurement significance
08 936 X ID 2/2 Measurement attribute
09 752 O ID 2/2 Layer or position
10 1373 O ID 2/4 Measurement method
11 1270 X ID 1/3 Code list
12 1271 X AN 1/30 Industry code
notes R03050608 E0412 L050412 L060412 L07030506 E0803 P1112

MSG Free text
01 933 M AN 1/264 Message text
02 934 X ID 2/2 Printer control
03 1470 O N0 1/9 Number
notes C0302

MTX Long text
01 363 O ID 3/3 Note reference
02 1551 X AN 1/4096 Message text
03 1551 O AN 1/4096 Message text
04 934 X ID 2/2 Printer control
05 1470 O N0 1/9 Number
06 819 O ID 2/3 Language
notes C0102 C0302 C0504

N1 Party
01 98 M ID 2/3 Party role
02 93 X AN 1/60 Name
03 66 X ID 1/2 Identification code qualifier
04 67 X AN 2/80 Identification code
05 706 O ID 2/2 Entity relationship
06 98 O ID 2/3 Related party role
notes R0203 P0304

N2 More of the party name
01 93 M AN 1/60 Name
02 93 O AN 1/60 Name

N3 Street address
01 166 M AN 1/55 Address line
02 166 O AN 1/55 Address line

N4 City, region, postal code, country
01 19 O AN 2/30 City
02 156 X ID 2/2 State or province
03 116 O ID 3/15 Postal code
04 26 X ID 2/3 Country
05 309 X ID 1/2 Location qualifier
06 310 O AN 1/30 Location
07 1715 X ID 1/3 Country subdivision
notes E0207 C0605 C0704

N9 Reference with text and date
01 128 M ID 2/3 Reference qualifier
02 127 X AN 1/50 Reference number
03 369 X AN 1/45 Free-form description
04 373 O DT 8/8 Date
05 337 X TM 4/8 Time
06 623 O ID 2/2 Time zone
07 C040 O Reference identifiers
notes R0203 C0605

NTE Note
01 363 O ID 3/3 Note reference
02 352 M AN 1/80 Description

NX2 Address component
01 1106 M ID 2/2 Address part
02 166 M AN 1/55 Address line
03 1096 O ID 5/5 County
04 1106 O ID? 2/2 Address part
05 166 O AN? 1/55 Address line

PAL Pallet
01 883 O ID 1/2 Pallet type
02 884 O N0 1/3 Tiers per pallet
03 885 O N0 1/3 Blocks per tier
04 356 O N0 1/6 Inner units per pack
05 395 X R 1/8 Unit weight
06 355 X ID 2/2 Unit weight unit
07 82 X R 1/8 Length
08 189 X R 1/8 Width
09 65 X R 1/8 Height
10 355 X ID 2/2 Dimension unit
11 384 X R 1/9 Gross weight per pack
12 355 X ID 2/2 Weight unit
13 385 X R 1/9 Gross volume per pack
14 355 X ID 2/2 Volume unit
15 399 O ID 1/1 Pallet exchange
16 810 O N0 1/6 Inner pack count
17 - O AN? 1/1 Element 17
notes P0506 P1112 P1314 C0710 C0810 C0910 L10070809

PAM Amounts for a period
01 673 X ID 2/2 Quantity qualifier
02 380 X R 1/15 Quantity
03 C001 X Composite unit
04 522 X ID 1/3 Amount qualifier
05 782 X R 1/18 Amount
06 344 O ID 2/2 Time period unit
07 374 O ID 3/3 Date qualifier
08 373 X DT 8/8 Date
09 337 X TM 4/8 Time
10 374 O ID 3/3 Date qualifier
11 373 X DT 8/8 Date
12 337 X TM 4/8 Time
13 1004 X ID 1/2 Percentage of
14 954 X R 1/10 Percentage
15 1073 O ID 1/1 Yes or no
notes P010203 P0405 P1314

PCT Percentage
01 1004 M ID 1/2 Percentage of
02 954 M R 1/10 Percentage

PER Contact with numbers
01 366 M ID 2/2 Contact function
02 93 O AN 1/60 Name
03 365 X ID 2/2 Communication number qualifier
04 364 X AN 1/256 Communication number
05 365 X ID 2/2 Communication number qualifier
06 364 X AN 1/256 Communication number
07 365 X ID 2/2 Communication number qualifier
08 364 X AN 1/256 Communication number
09 443 O AN 1/20 Contact reference
notes P0304 P0506 P0708

PID Item description
01 349 M ID 1/1 Description type
02 750 O ID 2/3 Characteristic
03 559 X ID 2/2 Agency
04 751 X AN 1/12 Description code
05 352 X AN 1/80 Description
06 752 O ID 2/2 Layer or position
07 822 O AN 1/15 Code list source
08 1073 O ID 1/1 Yes or no
09 819 O ID 2/3 Language
notes C0403 R0405 C0703 C0804 C0905

PKG Packaging and marking
01 349 X ID 1/1 Description type
02 753 O ID 1/5 Packaging characteristic
03 559 X ID 2/2 Agency
04 754 X AN 1/7 Packaging description code
05 352 X AN 1/80 Description
06 400 X ID 2/2 Unit load option
notes C0403 R040506 C0501

PO1 Purchase order line
01 350 O AN 1/20 Assigned identification
02 380 X R 1/15 Quantity
03 355 O ID 2/2 Unit of measure
04 212 X R 1/17 Unit price
05 639 O ID 2/2 Unit price basis
06 235 X ID 2/2 Product id qualifier
07 234 X AN 1/48 Product id
08 235 X ID 2/2 Product id qualifier
09 234 X AN 1/48 Product id
10 235 X ID 2/2 Product id qualifier
11 234 X AN 1/48 Product id
12 235 X ID 2/2 Product id qualifier
13 234 X AN 1/48 Product id
14 235 X ID 2/2 Product id qualifier
15 234 X AN 1/48 Product id
16 235 X ID 2/2 Product id qualifier
17 234 X AN 1/48 Product id
18 235 X ID 2/2 Product id qualifier
19 234 X AN 1/48 Product id
20 235 X ID 2/2 Product id qualifier
21 234 X AN 1/48 Product id
22 235 X ID 2/2 Product id qualifier
23 234 X AN 1/48 Product id
24 235 X ID 2/2 Product id qualifier
25 234 X AN 1/48 Product id
notes C0302 C0504 P0607 P0809 P1011 P1213 P1415 P1617 P1819 P2021 P2223 P2425

PO3 Additional line detail
01 371 M ID 2/2 Change reason
02 373 O DT 8/8 Date
03 236 O ID 3/3 Price qualifier
04 212 X R 1/17 Unit price
05 639 O ID 2/2 Unit price basis
06 380 M R 1/15 Quantity
07 355 M ID 2/2 Unit of measure
08 352 O AN 1/80 Description

PO4 Pack, size and weight of an item
01 356 O N0 1/6 Inner units per pack
02 357 X R 1/8 Size of one unit
03 355 X ID 2/2 Size unit
04 103 X AN 3/5 Packaging
05 187 O ID 1/2 Weight qualifier
06 384 X R 1/9 Gross weight per pack
07 355 X ID 2/2 Weight unit
08 385 X R 1/9 Gross volume per pack
09 355 X ID 2/2 Volume unit
10 82 X R 1/8 Length
11 189 X R 1/8 Width
12 65 X R 1/8 Height
13 355 X ID 2/2 Dimension unit
14 810 O N0 1/6 Inner pack count
15 752 O ID 2/2 Layer or position
16 350 X AN 1/20 Assigned identification
17 350 O AN 1/20 Assigned identification
18 1470 O N0 1/9 Number
notes P0203 C0506 P0607 P0809 L13101112 C1013 C1113 C1213 C1716 C1804

PRF Purchase order reference
01 324 M AN 1/22 Purchase order number
02 328 O AN 1/30 Release number
03 327 O AN 1/8 Change order number
04 373 O DT 8/8 Purchase order date
05 350 O AN 1/20 Assigned identification
06 367 O AN 1/30 Contract number
07 92 O ID 2/2 Purchase order type

PWK Attached paperwork
01 755 M ID 2/2 Report type
02 756 O ID 1/2 Transmission
03 757 O N0 1/2 Copies
04 98 O ID 2/3 Party role
05 66 X ID 1/2 Identification code qualifier
06 67 X AN 2/80 Identification code
07 352 O AN 1/80 Description
08 C002 O Actions
09 1525 O ID 1/2 Request category
notes P0506

QTY Quantity with its purpose
01 673 M ID 2/2 Quantity qualifier
02 380 X R 1/15 Quantity
03 C001 O Composite unit
04 61 X AN 1/30 Free-form information
notes R0204 E0204

R4 Port or terminal
01 115 M ID 1/1 Port function
02 309 X ID 1/2 Location qualifier
03 310 X AN 1/30 Location
04 114 O AN 2/24 Port name
05 26 O ID 2/3 Country
06 174 O AN 2/30 Terminal name
07 113 O AN 1/4 Pier number
08 156 O ID 2/2 State or province
notes P0203

REF Reference number
01 128 M ID 2/3 Reference qualifier
02 127 X AN 1/50 Reference number
03 352 X AN 1/80 Description
04 C040 O Reference identifiers
notes R0203

SAC Allowance, charge or service
01 248 M ID 1/1 Allowance or charge
02 1300 X ID 4/4 Allowance, charge or service code
03 559 X ID 2/2 Agency
04 1301 X AN 1/10 Agency service code
05 610 X N2 1/15 Amount
06 378 X ID 1/1 Percent qualifier
07 332 X R 1/6 Percent
08 118 O R 1/9 Rate
09 355 X ID 2/2 Unit of measure
10 380 X R 1/15 Quantity
11 380 O R 1/15 Upper quantity
12 331 O ID 2/2 Settlement method
13 127 X AN 1/50 Reference number
14 770 O AN 1/20 Option number
15 352 O AN 1/80 Description
16 819 O ID 2/3 Language
notes R0203 P0304 P0607 P0910 C1110 L130204 C1413 C1605

SCH Line schedule
01 380 M R 1/15 Quantity
02 355 M ID 2/2 Unit of measure
03 98 O ID 2/3 Party role
04 93 X AN 1/60 Name
05 374 M ID 3/3 Date qualifier
06 373 M DT 8/8 Date
07 337 O TM 4/8 Time
08 374 X ID 3/3 Date qualifier
09 373 X DT 8/8 Date
10 337 X TM 4/8 Time
11 326 O AN 1/45 Request reference number
12 350 O AN 1/20 Assigned identification
notes C0304 L080910 C0908 C1008

SDQ Quantities per destination
01 355 M ID 2/2 Unit of measure
02 66 O ID 1/2 Identification code qualifier
03 67 M AN 2/80 Identification code
04 380 M R 1/15 Quantity
05 67 X AN 2/80 Identification code
06 380 X R 1/15 Quantity
07 67 X AN 2/80 Identification code
08 380 X R 1/15 Quantity
09 67 X AN 2/80 Identification code
10 380 X R 1/15 Quantity
11 67 X AN 2/80 Identification code
12 380 X R 1/15 Quantity
13 67 X AN 2/80 Identification code
14 380 X R 1/15 Quantity
15 67 X AN 2/80 Identification code
16 380 X R 1/15 Quantity
17 67 X AN 2/80 Identification code
18 380 X R 1/15 Quantity
19 67 X AN 2/80 Identification code
20 380 X R 1/15 Quantity
21 67 X AN 2/80 Identification code
22 380 X R 1/15 Quantity
23 310 O AN 1/30 Location
notes P0506 P0708 P0910 P1112 P1314 P1516 P1718 P1920 P2122

SI Service characteristics
01 559 M ID 2/2 Agency
02 1000 M ID 2/3 Service characteristic kind
03 234 M AN 1/48 Product id
04 1000 X ID 2/3 Service characteristic kind
05 234 X AN 1/48 Product id
06 1000 X ID 2/3 Service characteristic kind
07 234 X AN 1/48 Product id
08 1000 X ID 2/3 Service characteristic kind
09 234 X AN 1/48 Product id
10 1000 X ID 2/3 Service characteristic kind
11 234 X AN 1/48 Product id
12 1000 X ID 2/3 Service characteristic kind
13 234 X AN 1/48 Product id
14 1000 X ID 2/3 Service characteristic kind
15 234 X AN 1/48 Product id
16 1000 X ID 2/3 Service characteristic kind
17 234 X AN 1/48 Product id
18 1000 X ID 2/3 Service characteristic kind
19 234 X AN 1/48 Product id
20 1000 X ID 2/3 Service characteristic kind
21 234 X AN 1/48 Product id
notes P0405 P0607 P0809 P1011 P1213 P1415 P1617 P1819 P2021

SLN Subline
01 350 M AN 1/20 Assigned identification
02 350 O AN 1/20 Assigned identification
03 662 M ID 1/1 Relationship
04 380 X R 1/15 Quantity
05 C001 X Composite unit
06 212 X R 1/17 Unit price
07 639 O ID 2/2 Unit price basis
08 662 O ID 1/1 Relationship
09 235 X ID 2/2 Product id qualifier
10 234 X AN 1/48 Product id
11 235 X ID 2/2 Product id qualifier
12 234 X AN 1/48 Product id
13 235 X ID 2/2 Product id qualifier
14 234 X AN 1/48 Product id
15 235 X ID 2/2 Product id qualifier
16 234 X AN 1/48 Product id
17 235 X ID 2/2 Product id qualifier
18 234 X AN 1/48 Product id
19 235 X ID 2/2 Product id qualifier
20 234 X AN 1/48 Product id
21 235 X ID 2/2 Product id qualifier
22 234 X AN 1/48 Product id
23 235 X ID 2/2 Product id qualifier
24 234 X AN 1/48 Product id
25 235 X ID 2/2 Product id qualifier
26 234 X AN 1/48 Product id
27 235 X ID 2/2 Product id qualifier
28 234 X AN 1/48 Product id
notes P0405 C0706 C0806 P0910 P1112 P1314 P1516 P1718 P1920 P2122 P2324 P2526 P2728

SN1 Shipped quantity of the line
01 350 O AN 1/20 Assigned identification
02 382 M R 1/10 Units shipped
03 355 M ID 2/2 Unit of measure
04 646 O R 1/15 Quantity shipped to date
05 380 X R 1/15 Quantity
06 355 X ID 2/2 Ordered unit of measure
07 728 O ID 1/2 Returnable container state
08 668 O ID 2/2 Line item status
notes P0506

SPI Specification reference
01 786 M ID 2/2 Security level
02 128 X ID 2/3 Reference qualifier
03 127 X AN 1/50 Reference number
04 - O AN? 1/132 Element 4
05 - O AN? 1/80 Element 5
06 - O AN? 1/1 Element 6
07 - O AN? 2/2 Element 7
08 - O AN? 2/2 Element 8
09 - O AN? 2/2 Element 9
10 - O AN? 2/2 Element 10
11 - O AN? 1/15 Element 11
12 - O R? 1/6 Element 12
13 - O AN? 1/1 Element 13
14 - O AN? 1/3 Element 14
15 - O AN? 4/4 Element 15
notes P0203

SR Requested service schedule
01 350 O AN 1/20 Assigned identification
02 - O AN? 1/7 Element 2
03 337 O TM 4/8 Time
04 337 O TM 4/8 Time
05 - O AN? 1/60 Element 5
06 212 O R? 1/17 Unit price
07 380 O R? 1/15 Quantity
08 373 O DT 8/8 Date
09 373 O DT 8/8 Date
10 - O AN? 1/48 Element 10
11 - O AN? 1/48 Element 11

TAX Tax reference
01 325 X AN 1/20 Tax number
02 309 X ID 1/2 Location qualifier
03 310 X AN 1/30 Location
04 309 X ID 1/2 Location qualifier
05 310 X AN 1/30 Location
06 309 X ID 1/2 Location qualifier
07 310 X AN 1/30 Location
08 309 X ID 1/2 Location qualifier
09 310 X AN 1/30 Location
10 309 X ID 1/2 Location qualifier
11 310 X AN 1/30 Location
12 441 O ID 1/1 Tax exemption
13 1179 O ID 1/1 Customs entry group
notes R0103 P0203 P0405 P0607 P0809 P1011

TC2 Commodity
01 23 M ID 1/1 Commodity code system
02 22 M AN 1/30 Commodity code

TD1 Carrier: quantity and weight
01 103 O AN 3/5 Packaging
02 80 X N0 1/7 Number of packages
03 23 O ID 1/1 Commodity code system
04 22 X AN 1/30 Commodity code
05 79 O AN 1/50 Lading description
06 187 O ID 1/2 Weight qualifier
07 81 X R 1/10 Weight
08 355 X ID 2/2 Weight unit
09 183 X R 1/8 Volume
10 355 X ID 2/2 Volume unit
notes C0102 C0304 C0607 P0708 P0910

TD3 Carrier: equipment
01 40 X ID 2/2 Equipment kind
02 206 O AN 1/4 Equipment initial
03 207 X AN 1/15 Equipment number
04 187 O ID 1/2 Weight qualifier
05 81 X R 1/10 Weight
06 355 X ID 2/2 Unit of measure
07 102 O ID 1/1 Equipment ownership
08 407 O ID 2/2 Seal status
09 225 O AN 2/15 Seal number
10 24 X ID 4/4 Equipment type
notes C0203 C0405 P0506 E0110

TD4 Carrier: special handling
01 152 X ID 2/3 Special handling
02 208 X ID 1/1 Hazardous code system
03 209 X AN 1/4 Hazardous class
04 352 X AN 1/80 Description
05 1073 O ID 1/1 Yes or no
notes C0203 R010204

TD5 Carrier: routing and transit time
01 133 O ID 1/2 Routing sequence
02 66 X ID 1/2 Identification code qualifier
03 67 X AN 2/80 Identification code
04 91 X ID 1/2 Transport mode
05 387 X AN 1/35 Routing
06 368 X ID 2/2 Shipment or order status
07 309 O ID 1/2 Location qualifier
08 310 X AN 1/30 Location
09 731 O ID 2/2 Transit direction
10 732 O ID 2/2 Transit time kind
11 733 X R 1/4 Transit time
12 284 X ID 2/2 Service level
13 284 X ID 2/2 Service level
14 284 O ID 2/2 Service level
15 26 O ID 2/3 Country
notes R0204050612 C0203 C0708 C1011 C1312 C1413 C1512

TDS Invoice totals
01 610 M N2 1/15 Total amount
02 610 O N2 1/15 Discountable amount
03 610 O N2 1/15 Discounted amount
04 610 O N2 1/15 Discount amount

TSD Trailer shipment position
01 350 O AN 1/20 Assigned identification
02 219 O AN 1/3 Position

TXI Tax amount
01 963 M ID 2/2 Tax type
02 782 X R 1/18 Amount
03 954 X R 1/10 Percentage
04 955 X ID 2/2 Tax jurisdiction qualifier
05 956 X AN 1/10 Tax jurisdiction
06 441 X ID 1/1 Tax exemption
07 662 O ID 1/1 Relationship
08 828 O R 1/9 Tax basis
09 325 O AN 1/20 Tax number
10 350 O AN 1/20 Assigned identification
notes R020306 P0405 C0803

V1 Vessel
01 597 X AN 1/8 Vessel code
02 182 X AN 2/28 Vessel name
03 26 O ID 2/3 Country
04 55 O AN 2/10 Voyage or flight number
05 140 O ID 2/4 Carrier code
06 249 O ID 1/1 Vessel requirement
07 854 O ID 2/2 Vessel type
08 897 O ID 1/1 Vessel code system
09 91 O ID 1/2 Transport mode
notes R0102 C0801

YNQ Yes or no question
01 1321 X ID 2/3 Condition
02 1073 M ID 1/1 Yes or no
03 1250 X ID 2/3 Date format
04 1251 X AN 1/35 Date period
05 933 O AN 1/264 Message text
06 933 O AN 1/264 Message text
07 933 O AN 1/264 Message text
08 1270 O ID 1/3 Code list
09 1271 X AN 1/30 Industry code
10 933 O AN 1/264 Message text
notes P0304
`;

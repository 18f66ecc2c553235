// Further segments of release 005010, in the standard's own notation: a line `ID name`, then one line per element
// (place, data element or composite, requirement, type, least/most length, name) and the syntax notes.
// A question mark marks what only one source says: it is reported as information and never rejects data.
export const furtherSegments = `
ADX Payment adjustment
01 782 M R 1/18 Amount
02 426 M ID 2/2 Adjustment reason
03 128 X ID 2/3 Reference qualifier
04 127 X AN 1/50 Reference number
notes P0304

AIN Income detail
01 1186 M ID 2/2 Income type
02 594 M ID 1/1 Frequency
03 782 M R 1/18 Amount
04 380 O R 1/15 Quantity
05 1073 O ID 1/1 Yes or no
06 127 O AN 1/50 Reference number
07 - O AN? 1/3 Element 7
08 - O AN? 1/1 Element 8
09 - O R? 1/15 Element 9
10 - O AN? 2/2 Element 10
11 - O R? 1/15 Element 11
12 - O AN? 1/30 Element 12
13 352 O AN 1/80 Description

ASM Amount and way of settlement
01 610 M N2 1/15 Amount
02 - O AN? 1/2 Element 2
03 - O AN? 1/3 Element 3

ATN Attendance
01 380 M R 1/15 Quantity
02 - O AN? 2/2 Element 2
03 - O AN? 2/2 Element 3
04 - O AN? 1/1 Element 4
05 - O AN? 1/4 Element 5
06 352 O AN 1/80 Description

BCA Start of order change acknowledgment
01 353 M ID 2/2 Transaction set purpose
02 587 O ID 2/2 Acknowledgment type
03 324 M AN 1/22 Purchase order number
04 328 O AN 1/30 Release number
05 327 O AN 1/8 Change order number
06 373 M DT 8/8 Purchase order date
07 326 O AN 1/45 Request reference number
08 367 O AN 1/30 Contract number
09 127 O AN 1/50 Reference number
10 373 O DT 8/8 Date
11 373 O DT 8/8 Date
12 373 O DT 8/8 Date
13 1166 O ID? 2/2 Contract type
14 786 O ID? 2/2 Security level
15 640 O ID? 2/2 Transaction type

BCH Start of order change
01 353 M ID 2/2 Transaction set purpose
02 92 M ID 2/2 Purchase order type
03 324 M AN 1/22 Purchase order number
04 328 O AN 1/30 Release number
05 327 O AN 1/8 Change order number
06 373 M DT 8/8 Purchase order date
07 326 O AN 1/45 Request reference number
08 367 O AN 1/30 Contract number
09 127 O AN 1/50 Reference number
10 373 O DT 8/8 Date
11 373 O DT 8/8 Order change date
12 587 O ID 2/2 Acknowledgment type
13 1166 O ID 2/2 Contract type
14 1232 O ID 2/2 Purchase category
15 786 O ID 2/2 Security level
16 640 O ID 2/2 Transaction type

BGN Start of a generic document
01 353 M ID 2/2 Transaction set purpose
02 127 M AN 1/50 Reference number
03 373 M DT 8/8 Date
04 337 X TM 4/8 Time
05 623 O ID 2/2 Time zone
06 127 O AN 1/50 Reference number
07 640 O ID 2/2 Transaction type
08 306 O ID? 1/2 Action
09 786 O ID 2/2 Security level
notes C0504

BIA Start of inventory report
01 353 M ID 2/2 Transaction set purpose
02 755 M ID 2/2 Report type
03 127 M AN 1/50 Reference number
04 373 M DT 8/8 Date
05 337 O TM 4/8 Time
06 306 O ID 1/2 Action

BNX Rail shipment billing data
01 - O AN? 1/1 Element 1
02 - O AN? 1/13 Element 2
03 - O AN? 1/1 Element 3
04 - O R? 5/5 Element 4

BPR Start of payment order
01 305 M ID 1/2 Payment handling
02 782 M R 1/18 Amount
03 478 M ID 1/1 Credit or debit
04 591 M ID 3/3 Payment method
05 812 O ID 1/10 Payment format
06 506 X ID 2/2 Bank number qualifier
07 507 X AN 3/12 Bank number
08 569 O ID 1/3 Account type
09 508 X AN 1/35 Account number
10 509 O AN 10/10 Originating company
11 510 O AN 9/9 Originating company supplement
12 506 X ID 2/2 Bank number qualifier
13 507 X AN 3/12 Bank number
14 569 O ID 1/3 Account type
15 508 X AN 1/35 Account number
16 373 O DT 8/8 Effective date
17 1048 O ID 1/3 Business function
18 506 X ID 2/2 Bank number qualifier
19 507 X AN 3/12 Bank number
20 569 O ID 1/3 Account type
21 508 X AN 1/35 Account number
notes P0607 C0809 P1213 C1415 P1819 C2021

CS Contract summary
01 367 O AN 1/30 Contract number
02 327 O AN 1/8 Change order number
03 328 O AN 1/30 Release number
04 128 X ID 2/3 Reference qualifier
05 127 X AN 1/50 Reference number
06 324 O AN 1/22 Purchase order number
07 560 O ID 2/10 Special service
08 - O AN? 2/2 Element 8
09 - O R? 1/10 Element 9
10 - O R? 1/10 Element 10
11 782 O R? 1/18 Amount
12 - O AN? 2/2 Element 12
13 - O AN? 2/10 Element 13
14 - O AN? 2/2 Element 14
15 212 O R? 1/17 Unit price
16 - O AN? 2/2 Element 16
17 - O AN? 1/1 Element 17
18 - O AN? 1/1 Element 18
notes P0405

CTX Context of an error
01 C998 M x10 Context identification
02 721 O ID 2/3 Segment
03 719 O N0 1/10 Segment position
04 447 O AN 1/4 Loop identifier
05 C030 O Position in the segment
06 C999 O Segment reference

DD Demand detail
01 1271 X AN 1/30 Industry code
02 1270 O ID 1/3 Code list
03 128 X ID 2/3 Reference qualifier
04 127 X AN 1/50 Reference number
05 1271 X AN 1/30 Industry code
06 1270 O ID 1/3 Code list
07 380 O R 1/15 Quantity
08 1073 O ID 1/1 Yes or no
09 1271 X AN 1/30 Industry code
10 1270 O ID 1/3 Code list
notes C0201 P0304 C0605 C1009

DED Deduction
01 - M? AN? 2/2 Element 1
02 127 M AN 1/50 Reference number
03 373 M DT 8/8 Date
04 610 M N2 1/15 Amount
05 127 M AN 1/50 Reference number
06 1073 M ID 1/1 Yes or no
07 93 O AN 1/60 Name
08 127 O AN 1/50 Reference number
09 1073 O ID 1/1 Yes or no

EMS Employment position
01 352 O AN 1/80 Description
02 - O AN? 2/3 Element 2
03 - O AN? 4/6 Element 3
04 - O AN? 2/2 Element 4
05 128 O ID? 2/3 Reference qualifier
06 127 O AN? 1/50 Reference number
07 - O AN? 1/50 Element 7
08 - O AN? 2/3 Element 8
09 - O AN? 1/2 Element 9
10 - O AN? 2/80 Element 10
11 - O R? 1/6 Element 11
12 - O AN? 2/2 Element 12
13 - O AN? 1/2 Element 13
14 - O AN? 2/80 Element 14
15 - O AN? 2/3 Element 15

ENT Entity
01 554 O N0 1/6 Assigned number
02 98 X ID 2/3 Party role
03 66 X ID 1/2 Identification code qualifier
04 67 X AN 2/80 Identification code
05 98 X ID 2/3 Party role
06 66 X ID 1/2 Identification code qualifier
07 67 X AN 2/80 Identification code
08 128 X ID 2/3 Reference qualifier
09 127 X AN 1/50 Reference number
notes P020304 P050607 P0809

G53 Maintenance type
01 875 M ID 3/3 Maintenance type

G62 Date and time
01 432 X ID 2/2 Date qualifier
02 373 X DT 8/8 Date
03 176 X ID 1/2 Time qualifier
04 337 X TM 4/8 Time
05 623 O ID 2/2 Time zone
notes R0103 P0102 P0304

G66 Shipping instructions
01 146 O ID 2/2 Freight payment
02 91 O ID 1/2 Transport mode
03 399 O ID 1/1 Pallet exchange
04 400 O ID 2/2 Unit load option
05 387 O AN 1/35 Routing
06 433 O ID 2/2 FOB point
07 434 O AN 1/30 FOB point name

G69 Line item description
01 369 M AN 1/45 Free-form description

G72 Allowance or charge
01 340 M ID 1/3 Allowance type
02 331 M ID 2/2 Settlement method
03 341 O AN 1/16 Allowance number
04 504 O AN 1/16 Exception number
05 359 O R 1/15 Allowance rate
06 339 X R 1/10 Allowance quantity
07 355 X ID 2/2 Unit of measure
08 360 O N2 1/15 Allowance total
09 332 X R 1/6 Percent
10 501 X R 1/9 Percent dollar basis
11 770 O AN 1/20 Option number
notes P0607 P0910

INV Investment choice
01 352 M AN 1/80 Description
02 954 O R 1/10 Percentage
03 782 O R 1/18 Amount
04 380 O R 1/15 Quantity
05 - O AN? 2/2 Element 5
06 352 O AN 1/80 Description
07 782 O R 1/18 Amount

LH6 Hazardous material certification
01 93 O AN 1/60 Name
02 981 O ID 1/1 Hazard certification type
03 982 O AN 1/25 Hazard certification text
04 982 O AN 1/25 Hazard certification text

LOC Location
01 128 M ID 2/3 Reference qualifier
02 127 M? AN? 1/50 Reference number
03 352 O AN 1/80 Description
04 127 O AN 1/50 Reference number
05 - O AN? 1/6 Element 5
06 128 O ID 2/3 Reference qualifier
07 127 O AN 1/50 Reference number
08 352 O AN 1/80 Description
09 127 O AN 1/50 Reference number
10 739 O R? 1/20 Measured value
11 C001 O Composite unit
12 739 O R? 1/20 Measured value
13 C001 O Composite unit
14 739 O R? 1/20 Measured value
15 C001 O Composite unit
16 739 O R? 1/20 Measured value
17 C001 O Composite unit
18 739 O R? 1/20 Measured value
19 C001 O Composite unit
20 739 O R? 1/20 Measured value
21 C001 O Composite unit
22 128 O ID 2/3 Reference qualifier
23 127 O AN 1/50 Reference number
24 352 O AN 1/80 Description

LX Line counter
01 554 M N0 1/6 Assigned number

NM1 Person or organization
01 98 M ID 2/3 Party role
02 1065 M ID 1/1 Entity type
03 1035 X AN 1/60 Last or organization name
04 1036 O AN 1/35 First name
05 1037 O AN 1/25 Middle name
06 1038 O AN 1/10 Name prefix
07 1039 O AN 1/10 Name suffix
08 66 X ID 1/2 Identification code qualifier
09 67 X AN 2/80 Identification code
10 706 X ID 2/2 Entity relationship
11 98 O ID 2/3 Party role
12 1035 O AN 1/60 Last or organization name
notes P0809 C1110 C1203

OTI Original transaction identification
01 110 M ID 1/2 Application acknowledgment
02 128 M ID 2/3 Reference qualifier
03 127 M AN 1/50 Reference number
04 142 O AN 2/15 Application sender
05 124 O AN 2/15 Application receiver
06 373 O DT 8/8 Date
07 337 O TM 4/8 Time
08 28 X N0 1/9 Group control number
09 329 O AN 4/9 Set control number
10 143 O ID 3/3 Transaction set type
11 480 O AN 1/12 Release and version
12 353 O ID 2/2 Transaction set purpose
13 640 O ID 2/2 Transaction type
14 346 O ID 2/2 Application type
15 306 O ID 1/2 Action
16 305 O ID 1/2 Payment handling
17 641 O ID 3/3 Status reason
notes C0908

PD Pro rata detail
01 - M? AN? 2/2 Element 1
02 373 M DT 8/8 Date
03 C001 M Composite unit
04 380 M R 1/15 Quantity
05 - M? AN? 1/60 Element 5
06 352 O AN 1/80 Description
07 - O AN? 2/2 Element 7
08 127 O AN 1/50 Reference number
09 352 O AN 1/80 Description
10 - O AN? 1/3 Element 10

PDD Property or project data
01 - M? AN? 1/20 Element 1
02 - O R? 1/15 Element 2
03 782 O R? 1/18 Amount
04 - O R? 1/10 Element 4
05 - O AN? 1/3 Element 5

PEN Pension data
01 - M? AN? 2/2 Element 1
02 782 O R 1/18 Amount
03 - O AN? 2/2 Element 3
04 954 O R 1/10 Percentage
05 - O AN? 1/6 Element 5
06 127 O AN 1/50 Reference number
07 - O R? 1/9 Element 7
08 - O AN? 1/2 Element 8
09 - O AN? 3/3 Element 9

POC Order line change
01 350 O AN 1/20 Assigned identification
02 670 M ID 2/2 Line change type
03 380 O R 1/15 Quantity
04 671 O R 1/9 Quantity left to receive
05 C001 X Composite unit
06 212 X R 1/17 Unit price
07 639 O ID 2/2 Unit price basis
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
notes C0305 C0706 P0809 P1011 P1213 P1415 P1617 P1819 P2021 P2223 P2425 P2627

PYD Payroll deduction
01 782 M R 1/18 Amount
02 - O AN? 1/1 Element 2
03 - O AN? 1/1 Element 3
04 - O AN? 1/4 Element 4
05 352 O AN 1/80 Description

R2 Route
01 140 M ID 2/4 Carrier code
02 133 M ID 1/2 Routing sequence
03 19 O AN 2/30 City
04 154 O ID 6/9 Point location
05 - O AN? 1/2 Element 5
06 - O AN? 1/2 Element 6
07 - O AN? 2/4 Element 7
08 - O AN? 2/4 Element 8
09 76 O AN? 1/22 Invoice number
10 373 O DT 8/8 Date
11 369 O AN? 1/45 Free-form description
12 - O AN? 2/2 Element 12
13 387 O AN? 1/35 Routing

RDM Where to send the remittance
01 756 M ID 1/2 Transmission
02 93 O AN 1/60 Name
03 364 O AN 1/256 Communication number
04 C040 O Reference identifiers
05 C040 O Reference identifiers

RED Related data
01 352 M AN 1/80 Description
02 1609 O ID 2/3 Related data type
03 559 O ID 2/2 Agency
04 822 O AN 1/15 Code list source
05 1270 X ID 1/3 Code list
06 1271 X AN 1/30 Industry code

RMR Open item paid
01 128 X ID 2/3 Reference qualifier
02 127 X AN 1/50 Reference number
03 482 O ID 2/2 Payment action
04 782 O R 1/18 Amount
05 782 O R 1/18 Amount
06 782 O R 1/18 Amount
07 426 X ID 2/2 Adjustment reason
08 782 X R 1/18 Amount
notes P0102 P0708

RPA Rates and percentages
01 - M? AN? 1/2 Element 1
02 782 O R 1/18 Amount
03 118 O R 1/9 Rate
04 C001 O Composite unit
05 954 O R 1/10 Percentage

RYL Royalty payment
01 - M? R? 1/6 Element 1
02 93 O AN? 1/60 Name
03 66 O ID 1/2 Identification code qualifier
04 67 O AN 2/80 Identification code

TED Technical error
01 647 M ID 1/3 Application error
02 3 O AN 1/60 Free text
03 721 O ID 2/3 Segment
04 719 O N0 1/10 Segment position
05 C030 O Position in the segment
06 C999 O Segment reference
07 724 O AN 1/99 Bad value
08 961 O AN 1/99 Corrected value

TRN Trace number
01 481 M ID 1/2 Trace type
02 127 M AN 1/50 Reference number
03 509 O AN 10/10 Originating company
04 127 O AN 1/50 Reference number

TXP Tax payment
01 325 M AN 1/20 Tax number
02 259 M AN 1/5 Tax payment type
03 373 M DT 8/8 Tax period end date
04 - M? AN? 1/30 Element 4
05 - M? N2? 1/10 Element 5
06 - O AN? 1/30 Element 6
07 - O N2? 1/10 Element 7
08 - O AN? 1/30 Element 8
09 - O N2? 1/10 Element 9
10 - O AN? 1/6 Element 10

UIT Unit and unit price
01 C001 M Composite unit
02 212 X R 1/17 Unit price
03 639 O ID 2/2 Unit price basis
notes C0302

VEH Vehicle
01 554 O N0 1/6 Assigned number
02 539 O AN 1/30 Vehicle number
03 - O R? 4/4 Element 3
04 - O AN? 2/2 Element 4
05 - O AN? 1/50 Element 5
06 - O AN? 1/50 Element 6
07 - O AN? 1/50 Element 7
08 - O R? 1/8 Element 8
09 - O AN? 1/50 Element 9
10 - O AN? 2/2 Element 10
11 - O AN? 1/30 Element 11
12 - O AN? 1/1 Element 12
13 - O N2? 1/15 Element 13
14 - O AN? 1/1 Element 14
15 - O N2? 1/15 Element 15
16 - O AN? 1/2 Element 16
17 - O AN? 2/3 Element 17
18 - O AN? 1/60 Element 18
19 - O AN? 2/3 Element 19

W01 Warehouse order line
01 330 M R 1/15 Quantity ordered
02 355 M ID 2/2 Unit of measure
03 438 X AN 12/12 UPC case code
04 235 X ID 2/2 Product id qualifier
05 234 X AN 1/48 Product id
06 235 X ID 2/2 Product id qualifier
07 234 X AN 1/48 Product id
08 59 O AN 2/5 Freight class
09 121 O ID 1/3 Rate class
10 23 X ID 1/1 Commodity code system
11 22 X AN 1/30 Commodity code
12 416 O N0 6/6 Pallet blocks and tiers
13 451 O AN 1/12 Warehouse lot number
14 286 O ID 2/2 Goods condition
15 235 X ID 2/2 Product id qualifier
16 234 X AN 1/48 Product id
notes R0304 P0405 P0607 P1011 P1516

W03 Warehouse shipment totals
01 382 M R 1/10 Units shipped
02 81 X R 1/10 Weight
03 355 X ID 2/2 Unit of measure
04 183 X R 1/8 Volume
05 355 X ID 2/2 Unit of measure
06 80 X N0 1/7 Number of packages
07 355 X ID 2/2 Unit of measure
notes P0203 P0405 P0607

W05 Start of warehouse shipping order
01 473 M ID 1/1 Order status
02 285 M AN 1/22 Depositor order number
03 324 O AN 1/22 Purchase order number
04 472 X N0 6/6 Link sequence number
05 474 X AN 1/22 Master link number
06 640 O ID 2/2 Transaction type
07 306 O ID 1/2 Action
08 92 O ID 2/2 Purchase order type
notes P0405

W06 Start of warehouse shipping advice
01 514 M ID 1/1 Reporting code
02 285 O AN 1/22 Depositor order number
03 373 O DT 8/8 Date
04 145 O AN 1/30 Shipper reference
05 531 O AN 1/12 Agent shipment number
06 324 O AN 1/22 Purchase order number
07 474 X AN 1/22 Master link number
08 472 X N0 6/6 Link sequence number
09 152 O ID 2/3 Special handling
10 891 O ID 2/2 Ship date change reason
11 640 O ID 2/2 Transaction type
12 306 O ID 1/2 Action
notes P0708

W09 Equipment and temperature
01 40 M ID 2/2 Equipment kind
02 408 X R 1/4 Temperature
03 355 X ID 2/2 Unit of measure
04 408 X R 1/4 Temperature
05 355 X ID 2/2 Unit of measure
06 3 O AN 1/60 Free text
07 1122 O ID 1/1 Vent setting
08 488 O N0 1/3 Percent
09 380 O R 1/15 Quantity
notes P0203 P0405

W10 Warehouse load information
01 400 O ID 2/2 Unit load option
02 406 O N0 1/3 Pallets shipped
03 399 O ID 1/1 Pallet exchange
04 225 O AN 2/15 Seal number
05 225 O AN 2/15 Seal number
06 408 X R 1/4 Temperature
07 355 X ID 2/2 Unit of measure
08 408 X R 1/4 Temperature
09 355 X ID 2/2 Unit of measure
notes P0607 P0809

W12 Warehouse shipped line
01 368 M ID 2/2 Shipment or order status
02 330 O R 1/15 Quantity ordered
03 382 O R 1/10 Units shipped
04 383 O R 1/9 Quantity difference
05 355 O ID 2/2 Unit of measure
06 438 X AN 12/12 UPC case code
07 235 X ID 2/2 Product id qualifier
08 234 X AN 1/48 Product id
09 451 O AN 1/12 Warehouse lot number
10 81 X R 1/10 Weight
11 187 X ID 1/2 Weight qualifier
12 188 X ID 1/1 Weight unit
13 81 X R 1/10 Weight
14 187 X ID 1/2 Weight qualifier
15 188 X ID 1/1 Weight unit
16 438 O AN 12/12 UPC case code
17 235 X ID 2/2 Product id qualifier
18 234 X AN 1/48 Product id
19 892 O ID 2/2 Line change reason
20 893 O ID 1/1 Warehouse line adjustment
21 235 X ID 2/2 Product id qualifier
22 234 X AN 1/48 Product id
notes R0607 P0708 P101112 P131415 P1718 P2122

W20 Warehouse line pack and weight
01 356 O N0 1/6 Inner units per pack
02 357 X R 1/8 Size of one unit
03 355 X ID 2/2 Unit of measure
04 81 X R 1/10 Weight
05 187 X ID 1/2 Weight qualifier
06 188 X ID 1/1 Weight unit
07 395 O R 1/8 Unit weight
08 183 X R 1/8 Volume
09 355 X ID 2/2 Unit of measure
10 397 O AN 1/10 Color
notes P0203 P040506 P0809

W27 Warehouse carrier detail
01 91 M ID 1/2 Transport mode
02 140 X ID 2/4 Carrier code
03 387 X AN 1/35 Routing
04 146 O ID 2/2 Freight payment
05 40 O ID 2/2 Equipment kind
06 206 O AN 1/4 Equipment initial
07 207 O AN 1/15 Equipment number
08 368 O ID 2/2 Shipment or order status
09 152 O ID 2/3 Special handling
10 890 O ID 2/2 Carrier change reason
notes R0203

W28 Consolidation
01 390 M ID 1/1 Consolidation
02 81 O R 1/10 Weight
03 187 O ID 1/2 Weight qualifier
04 188 O ID 1/1 Weight unit
05 - O R? 1/2 Element 5
06 310 O AN? 1/30 Location
07 309 O ID? 1/2 Location qualifier
08 - O AN? 1/25 Element 8

W6 Special handling
01 152 M ID 2/3 Special handling
02 152 O ID 2/3 Special handling
03 152 O ID 2/3 Special handling
04 152 O ID 2/3 Special handling

W66 Warehouse carrier instructions
01 146 M ID 2/2 Freight payment
02 91 M ID 1/2 Transport mode
03 399 O ID 1/1 Pallet exchange
04 400 O ID 2/2 Unit load option
05 387 O AN 1/35 Routing
06 433 O ID 2/2 FOB point
07 434 O AN 1/30 FOB point name
08 625 X ID 1/1 Collect on delivery method
09 610 X N2 1/15 Amount
10 140 O ID 2/4 Carrier code
notes P0809

W76 Warehouse order totals
01 330 M R 1/15 Quantity ordered
02 81 X R 1/10 Weight
03 355 X ID 2/2 Unit of measure
04 183 X R 1/8 Volume
05 355 X ID 2/2 Unit of measure
06 398 O R 1/10 Order sizing factor
notes P0203 P0405 C0603
`;

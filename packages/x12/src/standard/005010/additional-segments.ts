// Segments of catalogs, product activity, text messages, warehouse receipts and carrier status of release 005010, in the
// standard's own notation: a line `ID name`, then one line per element (place, data element or composite, requirement,
// type, least/most length, name) and the syntax notes. A question mark marks what only one source says: it is reported
// as information and never rejects data.
export const additionalSegments = `
AAA Rejection of a request
01 1073 M ID 1/1 Yes or no
02 559 O ID 2/2 Agency
03 901 O ID 2/2 Reject reason
04 889 O ID 1/1 Follow-up action

AT5 Handling of the bill of lading
01 152 O ID? 2/3 Special handling
02 560 O ID? 2/10 Special service
03 153 O AN? 2/30 Special handling text
04 355 O ID? 2/2 Unit of measure
05 - O R? 1/4 Temperature
06 - O R? 1/4 Temperature

AT7 Shipment status
01 1650 X ID 2/2 Shipment status
02 1651 X ID 2/2 Status reason
03 1652 X ID 2/2 Appointment status
04 1651 X ID 2/2 Appointment reason
05 373 X DT 8/8 Date
06 337 X TM 4/8 Time
07 623 O ID 2/2 Time zone
notes E0103 P0102 P0304 C0605 C0706

AT8 Shipment weight and number of packages
01 187 X ID 1/2 Weight qualifier
02 188 X ID 1/1 Weight unit
03 81 X R 1/10 Weight
04 80 O N0 1/7 Number of packages
05 80 O N0 1/7 Number of packages
06 184 X ID 1/1 Volume unit
07 183 X R 1/8 Volume
notes P0607 P010203

B10 Start of carrier shipment status
01 127 X AN 1/50 Reference number
02 145 O AN 1/30 Shipper reference
03 140 M ID 2/4 Carrier code
04 71 O N0 1/3 Inquiry number
05 128 X ID 2/3 Reference qualifier
06 127 X AN 1/50 Reference number
07 1073 O ID 1/1 Yes or no
08 373 O DT? 8/8 Date
09 337 O TM? 4/8 Time
notes R0106 E0105 P0506

BCT Start of catalog
01 683 M? ID? 2/2 Catalog purpose
02 684 O AN? 1/15 Catalog number
03 685 O AN? 1/15 Catalog version
04 686 O AN? 1/6 Catalog revision
05 355 O ID? 2/2 Unit of measure
06 684 O AN? 1/15 Catalog number
07 685 O AN? 1/15 Catalog version
08 686 O AN? 1/6 Catalog revision
09 352 O AN? 1/80 Description
10 353 O ID? 2/2 Transaction set purpose

BMG Start of text message
01 353 M ID 2/2 Transaction set purpose
02 352 O AN 1/80 Description
03 640 O ID 2/2 Transaction type

CRD Credit data of the price
01 - M? AN? 2/3 Element 1
02 - O AN? 1/3 Element 2
03 - O R? 1/18 Element 3
04 - O R? 1/3 Element 4

G08 Pallets of the receipt
01 - O R? 1/3 Element 1
02 - O R? 1/3 Element 2
03 - O R? 1/7 Element 3
04 - O AN? 2/2 Element 4

G26 Pricing conditions
01 - M? AN? 2/2 Element 1
02 - O AN? 2/2 Element 2
03 373 O DT? 8/8 Date
04 - O AN? 3/3 Element 4
05 - O R? 1/15 Element 5
06 355 O ID? 2/2 Unit of measure

G36 Price list
01 - M? AN? 1/16 Element 1
02 - O AN? 1/16 Element 2
03 373 M? DT? 8/8 Date
04 - O AN? 3/3 Element 4

G39 Vendor selling unit
01 438 O AN? 12/12 UPC case code
02 235 O ID? 2/2 Product id qualifier
03 234 O AN? 1/48 Product id
04 - O AN? 2/3 Element 4
05 395 O R? 1/8 Unit weight
06 187 O ID? 1/2 Weight qualifier
07 188 O ID? 1/1 Weight unit
08 65 O R? 1/8 Height
09 355 O ID? 2/2 Unit of measure
10 189 O R? 1/8 Width
11 355 O ID? 2/2 Unit of measure
12 82 O R? 1/8 Length
13 355 O ID? 2/2 Unit of measure
14 183 O R? 1/8 Volume
15 355 O ID? 2/2 Unit of measure
16 416 O N0? 6/6 Pallet blocks and tiers
17 356 O N0? 1/6 Inner units per pack
18 357 O R? 1/8 Size of one unit
19 355 O ID? 2/2 Unit of measure
20 397 O AN? 1/10 Color
21 - O R? 1/10 Element 21
22 - O AN? 1/3 Element 22
23 235 O ID? 2/2 Product id qualifier
24 234 O AN? 1/48 Product id
25 - O AN? 1/2 Element 25
26 - O R? 1/8 Element 26
27 - O R? 1/6 Element 27
28 - O AN? 3/5 Element 28
29 - O AN? 1/20 Element 29

G40 Price of the item
01 - O AN? 1/3 Element 1
02 - M? R? 1/9 Element 2
03 - O R? 1/9 Element 3
04 369 O AN? 1/45 Free-form description
05 - O N2? 2/7 Element 5
06 - O N2? 2/7 Element 6
07 - O AN? 2/2 Element 7
08 - O AN? 3/3 Element 8
09 - O R? 1/9 Element 9

G43 Promotion price list
01 - M? AN? 1/3 Element 1
02 - O AN? 1/13 Element 2
03 352 O AN? 1/80 Description
04 - O AN? 2/2 Element 4

G54 Item of the assortment
01 380 M? R? 1/15 Quantity
02 355 M? ID? 2/2 Unit of measure
03 438 O AN? 12/12 UPC case code
04 235 O ID? 2/2 Product id qualifier
05 234 O AN? 1/48 Product id
06 369 O AN? 1/45 Free-form description

G55 Consumer unit of the item
01 235 M? ID? 2/2 Product id qualifier
02 234 M? AN? 1/48 Product id
03 235 O ID? 2/2 Product id qualifier
04 234 O AN? 1/48 Product id
05 65 O R? 1/8 Height
06 355 O ID? 2/2 Unit of measure
07 189 O R? 1/8 Width
08 355 O ID? 2/2 Unit of measure
09 82 O R? 1/8 Length
10 355 O ID? 2/2 Unit of measure
11 183 O R? 1/8 Volume
12 355 O ID? 2/2 Unit of measure
13 356 O N0? 1/6 Inner units per pack
14 357 O R? 1/8 Size of one unit
15 355 O ID? 2/2 Unit of measure
16 - O AN? 1/20 Element 16
17 - O AN? 1/20 Element 17
18 - O AN? 3/3 Element 18
19 - O R? 1/4 Element 19
20 - O R? 1/8 Element 20
21 - O AN? 1/1 Element 21
22 - O AN? 1/10 Element 22
23 - O R? 1/8 Element 23
24 - O AN? 1/2 Element 24
25 - O AN? 1/1 Element 25
26 - O R? 1/8 Element 26
27 - O AN? 1/2 Element 27
28 - O AN? 1/1 Element 28
29 235 O ID? 2/2 Product id qualifier
30 234 O AN? 1/48 Product id
31 369 O AN? 1/45 Free-form description
32 - O R? 1/6 Element 32
33 - O AN? 3/5 Element 33

G93 Price bracket
01 - O AN? 1/3 Element 1
02 - O R? 1/15 Element 2
03 - O AN? 2/2 Element 3
04 - O AN? 1/45 Element 4
05 - O AN? 1/2 Element 5
06 - O AN? 3/3 Element 6
07 - O AN? 1/2 Element 7
08 - O AN? 1/1 Element 8

G95 Performance asked for
01 - O AN? 2/2 Element 1
02 - M? AN? 2/2 Element 2
03 - O R? 1/6 Element 3
04 - O R? 1/15 Element 4
05 - O AN? 2/2 Element 5
06 352 O AN? 1/80 Description
07 - O R? 1/9 Element 7

K1 Remarks
01 61 M AN 1/30 Free-form information
02 61 O AN 1/30 Free-form information

L11 Reference or instruction of the shipment
01 127 X AN 1/50 Reference number
02 128 X ID 2/3 Reference qualifier
03 352 X AN 1/80 Description
04 373 O DT? 8/8 Date
05 1073 O ID? 1/1 Yes or no
notes R0103 P0102

LFG Hazard of the item
01 - M? AN? 1/80 Element 1
02 215 M? AN? 1/30 Hazard classification
03 277 M? ID? 6/6 UN or NA number kind
04 218 M? AN? 14/40 Hazard placard note
05 254 O ID? 1/3 Packing group
06 - O AN? 1/1 Element 6

M7 Seal numbers
01 225 M AN 2/15 Seal number
02 225 O AN 2/15 Seal number
03 225 O AN 2/15 Seal number
04 225 O AN 2/15 Seal number
05 98 O ID 2/3 Party role

MIT Start of one message
01 127 M? AN? 1/50 Reference number
02 352 O AN? 1/80 Description
03 876 O N0? 1/3 Page width
04 877 O N0? 1/3 Page length

MS1 Where the equipment or shipment is
01 19 X AN 2/30 City
02 156 X ID 2/2 State or province
03 26 X ID 2/3 Country
04 1654 X ID 7/7 Longitude
05 1655 X ID 7/7 Latitude
06 1280 O ID 1/1 Direction
07 1280 O ID 1/1 Direction
08 - O ID? 3/15 Postal code
notes L010203 E0104 C0201 C0301 P0405 C0604 C0704

MS2 Equipment of the shipment
01 140 X ID 2/4 Carrier code
02 207 X AN 1/15 Equipment number
03 40 O ID 2/2 Equipment kind
04 761 O N0 1/1 Equipment check digit
notes P0102 C0402

MS3 Interline carrier
01 140 M ID 2/4 Carrier code
02 133 M ID 1/2 Routing sequence
03 19 X AN 2/30 City
04 91 O ID 1/2 Transport mode
05 156 O ID 2/2 State or province
notes C0503

OID Order in the shipment
01 127 O AN? 1/50 Reference number
02 324 O AN? 1/22 Purchase order number
03 127 O AN? 1/50 Reference number
04 211 O ID? 3/3 Packaging form
05 380 O R? 1/15 Quantity
06 188 O ID? 1/1 Weight unit
07 81 O R? 1/10 Weight
08 184 O ID? 1/1 Volume unit
09 183 O R? 1/8 Volume
10 647 O ID? 1/3 Application error
11 127 O AN? 1/50 Reference number

PKL Multiple item package
01 235 M? ID? 2/2 Product id qualifier
02 234 M? AN? 1/48 Product id
03 355 M? ID? 2/2 Unit of measure
04 380 M? R? 1/15 Quantity
05 - O R? 1/8 Element 5
06 - O R? 1/8 Element 6
07 - O R? 1/6 Element 7
08 - O AN? 2/2 Element 8
09 - O R? 1/9 Element 9
10 - O AN? 2/2 Element 10
11 - O R? 1/9 Element 11
12 - O AN? 2/2 Element 12
13 - O AN? 1/1 Element 13

Q7 Lading exception
01 33 M? ID? 1/1 Lading exception
02 211 O ID? 3/3 Packaging form
03 80 O N0? 1/7 Number of packages

W04 Item of warehouse transfer
01 382 M R 1/10 Units shipped
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
13 844 O ID? 2/2 Hold code
14 235 X ID 2/2 Product id qualifier
15 234 X AN 1/48 Product id
notes R0304 P0405 P0607 P1011 P1415

W07 Item received
01 413 M R? 1/7 Quantity received
02 355 M ID 2/2 Unit of measure
03 438 X AN 12/12 UPC case code
04 235 X ID 2/2 Product id qualifier
05 234 X AN 1/48 Product id
06 235 X ID 2/2 Product id qualifier
07 234 X AN 1/48 Product id
08 451 O AN 1/12 Warehouse lot number
09 893 O ID 1/1 Warehouse line adjustment
10 235 X ID 2/2 Product id qualifier
11 234 X AN 1/48 Product id
notes R0304 P0405 P0607 P1011

W08 Carrier and equipment of the receipt
01 91 M ID 1/2 Transport mode
02 140 X ID 2/4 Carrier code
03 387 O AN 1/35 Routing
04 206 X AN 1/4 Equipment initial
05 207 X AN 1/15 Equipment number
06 225 O AN 2/15 Seal number
07 225 O AN 2/15 Seal number
08 407 O ID 2/2 Seal status
09 400 O ID 2/2 Unit load option
notes R0204 P0405

W13 Item received in another condition
01 380 M? R? 1/15 Quantity
02 355 M? ID? 2/2 Unit of measure
03 412 M? ID? 2/2 Receiving condition
04 451 O AN? 1/12 Warehouse lot number
05 412 O ID? 2/2 Receiving condition

W14 Totals of the receipt
01 413 M R? 1/7 Quantity received
02 382 O R? 1/10 Units shipped
03 - O R? 1/9 Element 3
04 - O R? 1/7 Element 4
05 - O R? 1/7 Element 5

W17 Start of warehouse receipt advice
01 514 M ID 1/1 Reporting code
02 373 M DT 8/8 Date
03 394 M AN 1/12 Warehouse receipt number
04 285 O AN 1/22 Depositor order number
05 145 O AN 1/30 Shipper reference
06 176 X ID 1/2 Time qualifier
07 337 X TM 4/8 Time
08 474 X AN 1/22 Master link number
09 472 X N0 6/6 Link sequence number
notes P0607 P0809

W18 Pallets of the receipt advice
01 - M? AN? 2/2 Element 1
02 - M? R? 1/4 Element 2
03 - O AN? 2/2 Element 3

XPO Preassigned purchase order numbers
01 324 M? AN? 1/22 Purchase order number
02 324 O AN? 1/22 Purchase order number
03 66 O ID? 1/2 Identification code qualifier
04 67 O AN? 2/80 Identification code

XQ Reporting period
01 305 M? ID? 1/2 Handling
02 373 M? DT? 8/8 Date
03 373 O DT? 8/8 Date
04 127 O AN? 1/50 Reference number
05 353 O ID? 2/2 Transaction set purpose

ZA Product activity
01 859 M? ID? 2/2 Activity
02 380 O R? 1/15 Quantity
03 355 O ID? 2/2 Unit of measure
04 374 O ID? 3/3 Date qualifier
05 373 O DT? 8/8 Date
06 128 O ID? 2/3 Reference qualifier
07 127 O AN? 1/50 Reference number
08 - O AN? 1/1 Element 8
`;

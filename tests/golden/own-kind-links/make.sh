cat >>isms.yaml <<'END'
kinds:
  - name: vehicle
    prefix: VEH
    label: {en: Vehicle, ja: 車両}
    plural: {en: Vehicles, ja: 車両台帳}
    clause: "8.1"
    fields:
      - {name: driver, type: ref, refs: [person], need: always, label: {en: Driver, ja: 運転者}}
      - {name: wheels, type: int, range: [2, 8], label: {en: Wheels, ja: 車輪数}}
      - name: trips
        type: map
        list: true
        label: {en: Trips, ja: 運行記録}
        fields:
          - {name: day, type: date, need: always, label: {en: Day, ja: 運行日}}
          - {name: assets, type: ref, list: true, refs: [asset], label: {en: Assets, ja: 資産}}
    states:
      - {name: active, to: [sold], label: {en: in use, ja: 使用中}}
      - {name: sold, end: true, label: {en: sold, ja: 売却済み}}
  - name: asset
    fields:
      - {name: rack, type: str, need: disposed, label: {en: Rack, ja: ラック}}
END
